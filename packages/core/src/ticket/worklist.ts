import * as z from "zod";
import type { MemberActor } from "../actor";
import { useActor } from "../context";
import { forbidden } from "../error";
import type { Trade } from "../member/member.entity";
import { reaches } from "../member/scope";
import { pageInput } from "../table/page";
import { verb } from "../verb";
import { mergeLists, type Source } from "./merge";
import { type OrderItem, orderSchema, placeOf, WorkOrder } from "./order.entity";
import { tradesOf } from "./people";
import { summariesOf, ticketSummary } from "./summary";

/** A work order as its worklist shows it, with its ticket. */
const workRow = ticketSummary
  .extend(orderSchema.pick({ order: true, asked: true, appointmentAt: true }).shape)
  .extend({ orderState: orderSchema.shape.state, mine: z.boolean() });

/**
 * What the acting member has to do, earliest due first: what was given to them, and what was given to a trade of
 * theirs in their projects and waits for somebody to take it.
 */
export const listWork = verb({
  name: "ticket.work",
  may: "ticket.work",
  input: z.strictObject(pageInput),
  output: z.object({ items: z.array(workRow), cursor: z.string().optional() }),
  run: async ({ limit, cursor }) => {
    const actor = useActor();
    if (actor.type !== "member") throw forbidden();
    const page = await mergeLists({
      list: `work#${actor.memberId}`,
      sources: sourcesOf(actor, await tradesOf(actor)),
      keyOf: placeOf,
      order: "ascending",
      limit,
      cursor,
    });
    const reachable = page.items.filter(({ projectId }) => reaches(actor, projectId));
    const tickets = await summariesOf(reachable);
    const items = reachable.flatMap(({ ticketId, order, state, asked, appointmentAt, trade, ...own }) => {
      const ticket = tickets.get(ticketId);
      const { assigneeId, assigneeName } = own;
      const hands = { trade, assigneeId, assigneeName, mine: assigneeId === actor.memberId };
      return ticket ? [{ ...ticket, order, orderState: state, asked, appointmentAt, ...hands }] : [];
    });
    return { items, cursor: page.cursor };
  },
});

function sourcesOf({ memberId, projectIds }: MemberActor, trades: readonly Trade[]): Source<OrderItem>[] {
  const pools =
    projectIds === "all"
      ? trades.map((trade) => sourceOf("gsi2", ["pool", trade]))
      : projectIds.flatMap((id) => trades.map((trade) => sourceOf("gsi1", ["pool", id, trade])));
  return [sourceOf("gsi1", ["work", memberId]), ...pools];
}

const sourceOf =
  (index: "gsi1" | "gsi2", partition: string[]): Source<OrderItem> =>
  async (after, limit) => {
    const between = [after ? `${after} ` : "0", "~"] as const;
    return (await WorkOrder.query(index, partition, { between, limit })).items;
  };
