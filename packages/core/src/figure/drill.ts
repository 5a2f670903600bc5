import * as z from "zod";
import { isoNow, monthOf } from "../clock";
import { badRequest } from "../error";
import { Bill, billStatuses } from "../fee/bill.entity";
import { idOf } from "../id";
import { needReach } from "../member/scope";
import { Project } from "../project/project.entity";
import { pageInput } from "../table/page";
import { tenantZone } from "../tenant/zone";
import { ticketKinds } from "../ticket/kind";
import { states } from "../ticket/states";
import { Ticket } from "../ticket/ticket.entity";
import { verb } from "../verb";
import { behind, type Share } from "./behind";
import { breakdownNames } from "./breakdown";
import { period, periodOf } from "./period";
import { drillableFigures, figureTerms, isToldApart } from "./terms";

/** What a record adds to both sides of a figure: counts, or fen. */
const share = { numerator: z.int(), denominator: z.int() };
const place = { number: z.string(), houseId: z.string().optional(), houseCode: z.string().optional() };

const ticketEntry = z.object({
  ...{ record: z.literal("ticket"), ticketId: z.string(), ...place, ...share },
  ticketKind: z.enum(ticketKinds),
  state: z.enum(states),
  createdAt: z.string(),
});
/** A bill with all that was ever put on it. */
const billEntry = z.object({
  ...{ record: z.literal("bill"), billId: z.string(), ...place, ...share },
  period: z.string(),
  status: z.enum(billStatuses),
  outstanding: z.int(),
});
const entry = z.discriminatedUnion("record", [ticketEntry, billEntry]);
type Entry = z.output<typeof entry>;

/**
 * The records a number on the comparison is made of, the latest first, read from the very memory it was counted
 * with: over all pages their numerators and denominators add up to its own. `only` "numerator" lists those that are
 * in it, "rest" those that are in the denominator and not fully in the numerator.
 */
export const drill = verb({
  name: "figure.drill",
  may: "figure.read",
  input: z.strictObject({
    projectId: idOf("project"),
    figure: z.enum(drillableFigures),
    period: period.optional(),
    only: z.enum(["all", "numerator", "rest"]).default("all"),
    /** Of service, the number of one part: a category "repair/leak", a trade, or an hour of a weekday "1/09". */
    by: z.enum(breakdownNames).optional(),
    part: z
      .string()
      .regex(/^[\w/]{1,60}$/, "must be a category, a trade or an hour of the dashboard")
      .optional(),
    ...pageInput,
  }),
  output: z.object({ items: z.array(entry), cursor: z.string().optional() }),
  run: async ({ projectId, figure, period: asked, only, by, part, limit, cursor }) => {
    const within = by && part !== undefined ? { by, part } : undefined;
    if (!within && (by ?? part) !== undefined) throw badRequest("Both are needed, or neither", "part");
    if (within && !isToldApart(figure, within.by)) throw badRequest("This figure is not told apart so", "by");
    needReach(projectId);
    await Project.need({ projectId });
    const thisMonth = monthOf(isoNow(), await tenantZone());
    const chosen = asked ?? thisMonth;
    const found = await behind({
      ...{ projectId, figure, limit, cursor, within },
      list: [projectId, figure, chosen, only, ...(within ? [within.by, within.part] : [])].join("#"),
      period: periodOf(chosen, thisMonth),
      wanted: wanted[only],
    });
    const shown = figureTerms[figure].theme === "service" ? tickets : bills;
    return { items: await shown(found.shares), cursor: found.cursor };
  },
});

const wanted: Record<"all" | "numerator" | "rest", (share: Share) => boolean> = {
  all: () => true,
  numerator: (share) => share.numerator !== 0,
  rest: (share) => share.denominator !== share.numerator,
};

async function tickets(shares: readonly Share[]): Promise<Entry[]> {
  const found = await Ticket.batch(shares.map(({ record }) => ({ ticketId: record })));
  const byId = new Map(found.map((ticket) => [ticket.ticketId, ticket]));
  return shares.flatMap(({ record, numerator, denominator }) => {
    const ticket = byId.get(record);
    if (!ticket) return [];
    const { ticketId, number, houseId, houseCode, state, createdAt, kind: ticketKind } = ticket;
    const own = { record: "ticket" as const, ticketId, number, houseId, houseCode, ticketKind, state };
    return [{ ...own, createdAt, numerator, denominator }];
  });
}

async function bills(shares: readonly Share[]): Promise<Entry[]> {
  const found = await Bill.batch(shares.map(({ record }) => ({ billId: record })));
  const byId = new Map(found.map((bill) => [bill.billId, bill]));
  return shares.flatMap(({ record, numerator, denominator }) => {
    const bill = byId.get(record);
    if (!bill) return [];
    const { billId, number, houseId, houseCode, period: of, status, outstanding } = bill;
    const own = { record: "bill" as const, billId, number, houseId, houseCode, period: of, status };
    return [{ ...own, outstanding, numerator, denominator }];
  });
}
