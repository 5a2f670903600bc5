import type { Timing } from "../clocks/timing";
import { paused, timingOf } from "../clocks/timing";
import { conflict } from "../error";
import { needReach } from "../member/scope";
import type { Work } from "../table/work";
import { type ClockItem, setClock, TicketClock } from "./clock.entity";
import { allPaused } from "./order.changes";
import { type OrderFields, type OrderItem, ordersOf, WorkOrder } from "./order.entity";
import { isLive } from "./order.states";
import { noteRepaired, type RepairedItem, repairedOf } from "./repaired.entity";
import { summaryOf } from "./summary";
import { Ticket, type TicketItem } from "./ticket.entity";

/** A ticket with what lies beside it and moves with it. */
export type TicketFile = {
  ticket: TicketItem;
  orders: OrderItem[];
  clock: ClockItem | undefined;
  repaired: RepairedItem | undefined;
  timing: Timing;
};

/** Throws `conflict` where an actor saw another revision of a ticket. */
export function needRev(ticket: TicketItem, rev: number | undefined) {
  if (rev !== undefined && rev !== ticket.rev)
    throw conflict("Somebody changed this ticket in between, please look at it again", "rev");
}

/** Reads a ticket and what lies beside it. Throws `not_found` out of reach. */
export async function openFile(ticketId: string): Promise<TicketFile> {
  const [ticket, orders, clock] = await Promise.all([
    Ticket.need({ ticketId }),
    ordersOf(ticketId),
    TicketClock.get({ ticketId }),
  ]);
  needReach(ticket.projectId);
  const [repaired, timing] = await Promise.all([repairedOf(ticket), timingOf(ticket.projectId)]);
  return { ticket, orders, clock, repaired, timing };
}

/**
 * The ticket with its completion clock as a pause leaves it: it stands while no order can be worked on, and has as
 * much left afterwards as it had before.
 */
export function afterPauses(
  { ticket, timing }: TicketFile,
  next: readonly OrderFields[],
  at: string,
): TicketItem {
  const { pausedAt, completionDueAt, completionCounting } = ticket;
  const rests = allPaused(next);
  if (rests === (pausedAt !== undefined)) return ticket;
  if (!pausedAt) return { ...ticket, pausedAt: at };
  const dueAt = paused(timing, completionDueAt, completionCounting, pausedAt, at);
  return { ...ticket, pausedAt: undefined, completionDueAt: dueAt };
}

/** Writes a ticket as it is now, with one step more, and brings its orders, its clock and its house in line. */
export function closeFile(
  work: Work,
  file: TicketFile,
  changes: Partial<TicketItem>,
  orders: readonly OrderFields[],
): TicketItem {
  const ticket = work.patch(Ticket, file.ticket, { ...changes, steps: file.ticket.steps + 1 });
  for (const order of orders) putOrder(work, file, { ...order, ...besideOrder(order, ticket) });
  setClock(work, ticket, file.clock);
  noteRepaired(work, ticket, file.repaired);
  return ticket;
}

/** What an order says of its ticket, as long as somebody has it or is to take it. */
export const besideOrder = (order: OrderFields, ticket: TicketItem) =>
  isLive(order.state)
    ? { dueAt: ticket.completionDueAt, ticket: summaryOf(ticket) }
    : { dueAt: order.dueAt, ticket: undefined };

function putOrder(work: Work, { orders }: TicketFile, next: OrderFields) {
  const before = orders.find(({ order }) => order === next.order);
  if (!before) work.create(WorkOrder, next, "race");
  else if (JSON.stringify(before) !== JSON.stringify(next)) work.patch(WorkOrder, before, next);
}
