import * as z from "zod";
import type { TenantActor } from "../actor";
import { categoryOf } from "../category/current";
import { isoNow } from "../clock";
import { useTenantActor } from "../context";
import { idOf } from "../id";
import { trade } from "../member/member.entity";
import { decide } from "../routing/decide";
import { verb } from "../verb";
import { tradesFor } from "./act";
import { openFile } from "./file";
import { takesMaterials } from "./materials";
import { standingTo } from "./order.act";
import { orderSchema } from "./order.entity";
import { actionsOf, orderActions } from "./order.states";
import { partiesOf } from "./party";
import { actions, table } from "./states";
import { historyStep, stepsOf } from "./step.entity";
import { Ticket, type TicketItem } from "./ticket.entity";
import { shown, ticketView } from "./view";

/** A complaint's answer and closing are steps of its own way. */
const ownActions = actions.filter((one) => one !== "answer" && one !== "close");
const allActions = [...new Set([...ownActions, ...orderActions] as const)];
const orderView = orderSchema.omit({ ticketId: true, projectId: true, dueAt: true, ticket: true }).extend({
  may: z.array(z.enum(orderActions)),
  /** The acting member may note what it used up. */
  takesMaterials: z.boolean(),
});
type Part = z.input<typeof orderView>;

/** A ticket with its history, oldest step first, and what the acting member may do with it now. */
export const getTicket = verb({
  name: "ticket.get",
  may: "ticket.read",
  input: z.strictObject({ ticketId: idOf("ticket") }),
  output: ticketView.extend({
    history: z.array(historyStep),
    may: z.array(z.enum(allActions)),
    /** Its parts, each with what the acting member may do with it. */
    orders: z.array(orderView),
    /** The trade its category usually goes to. */
    usualTrade: trade,
    /** To whom the firm's rules would give it now, while it is to be given out. */
    suggested: z
      .object({
        rule: z.string(),
        trade: trade.optional(),
        assigneeId: z.string().optional(),
        assigneeName: z.string().optional(),
      })
      .optional(),
  }),
  run: async ({ ticketId }) => {
    const [{ ticket, orders }, history] = await Promise.all([openFile(ticketId), stepsOf(ticketId)]);
    const actor = useTenantActor();
    const [trades, category] = await Promise.all([
      tradesFor(actor, orders),
      categoryOf(ticket.kind, ticket.category),
    ]);
    const parts = orders.map((order) => {
      const own = standingTo(actor, order, trades);
      const may = actionsOf(order.state, own);
      return { ...order, may, takesMaterials: takesMaterials(ticket, order, own) };
    });
    const standing = partiesOf(actor, ticket, orders);
    const own = ownActions.filter(
      (action) =>
        table[ticket.state][action]?.who.some((party) => standing.has(party)) && fits(ticket, action),
    );
    return {
      ...shown(ticket),
      duplicateOf: await seenTwin(ticket),
      history,
      orders: parts,
      may: allActions.filter(
        (action) => own.some((one) => one === action) || onlyOne(parts, action, actor, !fits(ticket, action)),
      ),
      usualTrade: category?.trade ?? "front_desk",
      suggested: own.includes("assign") ? await suggestionFor(ticket) : undefined,
    };
  },
});

/** The ticket it went into, unless that is hidden from the acting member. */
async function seenTwin({ duplicateOf }: TicketItem) {
  const twin = duplicateOf && (await Ticket.get({ ticketId: duplicateOf }));
  return twin ? duplicateOf : undefined;
}

async function suggestionFor(ticket: TicketItem) {
  if (ticket.state !== "registered") return undefined;
  const decision = await decide({ ...ticket, at: isoNow() });
  return decision?.fault ? undefined : decision;
}

/** A complaint itself is done by its answer. */
const fits = ({ kind }: TicketItem, action: string) => kind !== "complaint" || action !== "complete";

/** Whether an action can do without saying which order is meant: one's own goes before all others. */
function onlyOne(parts: readonly Part[], action: string, actor: TenantActor, needsOwn: boolean): boolean {
  const able = parts.filter(({ may }) => may.some((one) => one === action));
  const own = able.filter(({ assigneeId }) => actor.type === "member" && assigneeId === actor.memberId);
  return own.length === 1 || (!needsOwn && own.length === 0 && able.length === 1);
}
