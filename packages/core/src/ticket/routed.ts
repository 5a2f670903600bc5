import { noteDay } from "../day-check/note";
import { type Decision, decide } from "../routing/decide";
import type { Work } from "../table/work";
import { besideOrder } from "./file";
import { inHand } from "./order.changes";
import { type OrderFields, WorkOrder } from "./order.entity";
import { newOrder } from "./orders";
import type { TicketItem } from "./ticket.entity";

type New = Pick<
  TicketItem,
  "ticketId" | "number" | "projectId" | "kind" | "category" | "createdAt" | "completionDueAt"
>;
export type Routed = { decision: Decision; order: OrderFields | undefined };

/**
 * How the firm's rules give out a new ticket; undefined where none fits. Without an order it is for the front desk to
 * give out: the rule could not.
 */
export async function routed(ticket: New): Promise<Routed | undefined> {
  const turn = Number(ticket.number.split("-").at(-1));
  const decision = await decide({ ...ticket, at: ticket.createdAt }, turn);
  if (!decision) return undefined;
  const { trade, assigneeId, assigneeName } = decision;
  const order = decision.fault ? undefined : newOrder([], ticket, { trade, assigneeId, assigneeName });
  return { decision, order };
}

/**
 * What a ticket that was given out at once has of it. Nobody has taken it up yet: the clock of the first response
 * goes on until somebody does.
 */
export const routedFields = ({ order }: Partial<Routed> = {}) =>
  order ? { ...inHand([order]), state: "assigned" as const, routed: true as const } : {};

/** What the first step of its history says of it. */
export const routedStep = ({ decision, order }: Partial<Routed> = {}) => ({
  rule: decision?.rule,
  ruleFault: decision?.fault,
  trade: order?.trade,
  assigneeId: order?.assigneeId,
  assigneeName: order?.assigneeName,
});

/** Writes the order that goes with it, and sees to it that somebody looks in the evening whether it was done. */
export async function writeRouted(work: Work, ticket: TicketItem, { order }: Partial<Routed> = {}) {
  if (!order) return;
  work.create(WorkOrder, { ...order, ...besideOrder(order, ticket) }, "race");
  await noteDay(work, ticket.projectId);
}
