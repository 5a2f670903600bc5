import * as z from "zod";
import { instant } from "../clock";
import { trade } from "../member/member.entity";
import { entity, type ItemOf } from "../table/entity";
import type { Work } from "../table/work";
import type { State } from "./states";
import type { TicketItem } from "./ticket.entity";

export const orderStates = ["waiting", "accepted", "started", "done", "withdrawn"] as const;

/**
 * The part of a ticket that is one trade's or one person's work. A ticket has one; it follows the ticket, and holds
 * only what worklists need.
 */
export const orderSchema = z.object({
  ticketId: z.string(),
  order: z.int().min(1).max(99),
  projectId: z.string(),
  trade: trade.optional(),
  assigneeId: z.string().optional(),
  state: z.enum(orderStates),
  dueAt: instant,
});
type Order = z.output<typeof orderSchema>;

const waits = ({ state }: Order) => state === "waiting" || state === "accepted" || state === "started";
const sort = ({ dueAt, ticketId }: Order) => `${dueAt}#${ticketId}`;

/**
 * Worklists by due time: a person's, or that of a trade in a project while nobody took it (gsi1), and of a trade in
 * all projects (gsi2).
 */
export const WorkOrder = entity({
  name: "workOrder",
  schema: orderSchema,
  key: (key: { ticketId: string; order: number }) => [
    [key.ticketId],
    `order#${String(key.order).padStart(2, "0")}`,
  ],
  indexes: {
    gsi1: (order) => {
      if (!waits(order)) return undefined;
      if (order.assigneeId) return [["work", order.assigneeId], sort(order)];
      return order.trade ? [["pool", order.projectId, order.trade], sort(order)] : undefined;
    },
    gsi2: (order) =>
      waits(order) && order.trade && !order.assigneeId ? [["pool", order.trade], sort(order)] : undefined,
  },
});
export type OrderItem = ItemOf<typeof WorkOrder>;

const orderState: Record<State, (typeof orderStates)[number]> = {
  registered: "withdrawn",
  assigned: "waiting",
  accepted: "accepted",
  started: "started",
  completed: "done",
  closed: "done",
  void: "withdrawn",
};

/** A ticket's order as the ticket stands. */
const orderOf = (ticket: TicketItem): Order => ({
  ticketId: ticket.ticketId,
  order: 1,
  projectId: ticket.projectId,
  trade: ticket.trade,
  assigneeId: ticket.assigneeId,
  state: orderState[ticket.state],
  dueAt: ticket.completionDueAt,
});

/** Brings a ticket's order in line with the ticket; there is none before there is work. */
export function follow(work: Work, ticket: TicketItem, order: OrderItem | undefined) {
  const next = orderOf(ticket);
  if (!order) {
    if (next.state !== "withdrawn") work.create(WorkOrder, next, "race");
    return;
  }
  const changed = (Object.keys(orderSchema.shape) as (keyof Order)[]).some((key) => order[key] !== next[key]);
  if (changed) work.patch(WorkOrder, order, next);
}
