import type * as z from "zod";
import { Callback, type CallbackItem } from "../callback/callback.entity";
import type { Timing } from "../clocks/timing";
import { paused, timingOf } from "../clocks/timing";
import { conflict, notFound } from "../error";
import { needReach } from "../member/scope";
import { Quote, type QuoteItem } from "../quote/quote.entity";
import type { Row } from "../table/call";
import type { Entity } from "../table/entity";
import { queryPage } from "../table/page";
import { remember } from "../table/remembered";
import type { Work } from "../table/work";
import { type ClockItem, setClock, TicketClock } from "./clock.entity";
import { allPaused } from "./order.changes";
import { type OrderFields, type OrderItem, WorkOrder } from "./order.entity";
import { isLive } from "./order.states";
import { noteRepaired } from "./repaired.entity";
import { summaryOf } from "./summary";
import { Ticket, type TicketItem } from "./ticket.entity";

/** A ticket with what lies beside it and moves with it. */
export type TicketFile = {
  ticket: TicketItem;
  orders: OrderItem[];
  clock: ClockItem | undefined;
  /** Of its last completion. */
  callback: CallbackItem | undefined;
  quotes: QuoteItem[];
  timing: Timing;
};

/** Throws `conflict` where an actor saw another revision of a ticket. */
export function needRev(ticket: TicketItem, rev: number | undefined) {
  if (rev !== undefined && rev !== ticket.rev)
    throw conflict("Somebody changed this ticket in between, please look at it again", "rev");
}

/**
 * A ticket and what lies beside it: by one query, or as `work`, which is to change it, may guess. Throws `not_found` out
 * of reach.
 */
export async function openFile(ticketId: string, work?: Work): Promise<TicketFile> {
  const { pk, sk } = Ticket.key({ ticketId });
  const records = work?.guess(pk) ?? (await lyingWith(pk, sk));
  const file = fileOf(records);
  if (!file || (await Ticket.among(records)).length === 0) throw notFound();
  needReach(file.ticket.projectId);
  return { ...file, timing: await timingOf(file.ticket.projectId) };
}

function fileOf(records: readonly Row[]): Omit<TicketFile, "timing"> | undefined {
  const of = <S extends z.ZodObject, K>(entity: Entity<S, K>) =>
    records.filter(({ kind_ }) => kind_ === entity.name).map((raw) => entity.item(raw));
  const [ticket] = of(Ticket);
  return (
    ticket && {
      ticket,
      orders: of(WorkOrder).sort((a, b) => a.order - b.order),
      clock: of(TicketClock)[0],
      callback: of(Callback).find(({ completion }) => completion === ticket.completions.length),
      quotes: of(Quote).sort((a, b) => a.quote - b.quote),
    }
  );
}

/** All that lies with a ticket but its history, which lies behind it; remembered for the act that may follow. */
async function lyingWith(pk: string, sk: string): Promise<Row[]> {
  const records: Row[] = [];
  let cursor: string | undefined;
  do {
    const page = await queryPage("table", pk, { between: [" ", sk], cursor }, (raw) => raw);
    records.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  remember(pk, sk, records);
  return records;
}

/** A new ticket's file: what is written of it is remembered. */
export function startFile(ticketId: string) {
  const { pk, sk } = Ticket.key({ ticketId });
  remember(pk, sk, []);
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
  if (!pausedAt) return { ...ticket, pausedAt: latest(at, ...next.map(restingFrom)) };
  const dueAt = paused(timing, completionDueAt, completionCounting, pausedAt, latest(at, pausedAt));
  return { ...ticket, pausedAt: undefined, completionDueAt: dueAt };
}

/** Since when an order needs nobody; what is told late may lie before what another order's people told. */
const restingFrom = ({ doneAt, pauses }: OrderFields) => doneAt ?? pauses?.at(-1)?.from ?? "";
const latest = (...times: string[]) => times.sort().at(-1) ?? "";

/** Writes a ticket as it is now, with one step more, and brings its orders, its clock and its house in line. */
export const closeFile = (
  work: Work,
  file: TicketFile,
  changes: Partial<TicketItem>,
  orders: readonly OrderFields[],
): Promise<TicketItem> => rewriteFile(work, file, { ...changes, steps: file.ticket.steps + 1 }, orders);

/** The same without a step: what moves it stands in a history of its own. */
export async function rewriteFile(
  work: Work,
  file: TicketFile,
  changes: Partial<TicketItem>,
  orders: readonly OrderFields[] = file.orders,
): Promise<TicketItem> {
  const ticket = work.patch(Ticket, file.ticket, changes);
  for (const order of orders) putOrder(work, file, { ...order, ...besideOrder(order, ticket) });
  setClock(work, ticket, file.clock);
  await noteRepaired(work, file.ticket, ticket);
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
