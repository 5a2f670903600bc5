import * as z from "zod";
import { idOf } from "../id";
import { reachedProjects } from "../member/scope";
import { needProject } from "../project/reach";
import { pageInput } from "../table/page";
import { verb } from "../verb";
import { type ClockItem, firstPressing, type Running, TicketClock, ticketClocks } from "./clock.entity";
import { mergeLists, type Source } from "./merge";
import { summariesOf, type TicketSummary, ticketSummary } from "./summary";

/** With the clock that ran out first, and how many rungs of its ladder were told. */
const lateSummary = ticketSummary.extend({ late: z.enum(ticketClocks), rung: z.int() });

/**
 * Tickets of the member's projects, or of one of them, whose clock has run out, the longest ago first; each as soon
 * as the schedule of clocks has told of one.
 */
export const listOverdue = verb({
  name: "ticket.overdue",
  may: "ticket.read",
  input: z.strictObject({ projectId: idOf("project").optional(), ...pageInput }),
  output: z.object({ items: z.array(lateSummary), cursor: z.string().optional() }),
  run: async ({ projectId, limit, cursor }, { now }) => {
    if (projectId) await needProject(projectId);
    const { items, ...rest } = await latePage({
      ...{ list: `overdue#${projectId ?? ""}`, limit, cursor, now },
      reached: projectId ? [projectId] : reachedProjects(),
    });
    return {
      items: items.map(({ ticket, first, told }) => {
        const known = told?.[first.clock];
        return { ...ticket, late: first.clock, rung: known?.dueAt === first.dueAt ? known.rung : 0 };
      }),
      ...rest,
    };
  },
});

type Late = Pick<ClockItem, "told"> & { ticket: TicketSummary; first: Running };
/** What the index lists: some of it was done, or taken up, since it was written. */
type Found = Pick<Late, "told"> & Partial<Late> & { place: string };

type Asked = {
  list: string;
  reached: readonly string[] | "all";
  wanted?: (ticket: TicketSummary) => boolean;
  limit: number;
  cursor: string | undefined;
  now: string;
};

/** One page of what is overdue in some projects, the longest ago first; where little of it is wanted, a short one. */
export async function latePage({ reached, wanted = () => true, now, ...request }: Asked) {
  const isLate = ({ ticket, first }: Found) => ticket && first && first.dueAt < now && wanted(ticket);
  const { items, cursor } = await mergeLists({
    ...request,
    sources:
      reached === "all"
        ? [sourceOf("gsi2", ["ticketClock"], now)]
        : reached.map((id) => sourceOf("gsi1", [id, "ticketClock"], now)),
    keyOf: ({ place }) => place,
    order: "ascending",
    wanted: (found) => isLate(found) === true,
  });
  const late = items.flatMap(({ ticket, first, told }): Late[] =>
    ticket && first ? [{ ticket, first, told }] : [],
  );
  return { items: late, cursor };
}

const sourceOf =
  (index: "gsi1" | "gsi2", partition: string[], until: string): Source<Found> =>
  async (after, limit) => {
    const between = [after ? `${after} ` : "0", until] as const;
    const { items } = await TicketClock.query(index, partition, { between, limit });
    const tickets = await summariesOf(items);
    return items.map(({ dueAt, ticketId, told }) => {
      const ticket = tickets.get(ticketId);
      return { place: `${dueAt}#${ticketId}`, told, ticket, first: ticket && firstPressing(ticket) };
    });
  };
