import { categoryIn, type Tree } from "../category/tree";
import { wallClock } from "../clock";
import type { Locale } from "../tenant/tenant.entity";
import type { OrderItem } from "../ticket/order.entity";
import { isOpen } from "../ticket/states";
import type { TicketItem } from "../ticket/ticket.entity";
import { materialCells } from "./materials";
import { type ColumnName, reportWords, type TicketColumn } from "./words";

/** What the cells of a report are made with. */
export type Setting = {
  locale: Locale;
  zone: string;
  categories: Tree;
  projectName: string;
  /** An instant: what should have happened by now and has not is not on time. */
  now: string;
};
export type Value = string | number | null;
/** A line of a report: what its columns say. */
export type ReportRow = Partial<Record<ColumnName, Value>>;

/** An instant as a report shows it. */
export const momentIn = (iso: string | undefined, zone: string) =>
  iso ? wallClock(iso, zone).slice(0, 16).replace("T", " ") : null;

/** A ticket and its orders in the words of a report: one text or number a column, null where there is nothing (yet). */
export function rowOf(ticket: TicketItem, orders: readonly OrderItem[], setting: Setting) {
  const { locale, zone, categories, projectName, now } = setting;
  const words = reportWords[locale];
  const { kind, category, urgency, channel, state, reporter, completions, respondedAt } = ticket;
  const last = completions.at(-1);
  const at = (iso: string | undefined) => momentIn(iso, zone);
  const onTime = (done: string | undefined, due: string) =>
    done === undefined && due > now ? undefined : done !== undefined && done <= due;
  const said = (holds: boolean | undefined) => (holds === undefined ? null : holds ? words.yes : words.no);
  return {
    number: ticket.number,
    project: projectName,
    house: ticket.houseCode ?? null,
    reporter: reporter.name,
    phone: reporter.phone ?? null,
    kind: words.kinds[kind],
    category: categoryIn(categories, kind, category)?.names[locale] ?? category,
    urgency: words.urgencies[urgency],
    channel: words.channels[channel],
    words: ticket.words,
    registeredAt: at(ticket.createdAt),
    registeredBy: ticket.registeredByName,
    respondedAt: at(respondedAt),
    responseOnTime: said(onTime(respondedAt, ticket.responseDueAt)),
    doneBy: last?.byName ?? ticket.assigneeName ?? null,
    completedAt: at(last?.completedAt),
    completedOnTime: said(isOpen(state) ? onTime(undefined, ticket.completionDueAt) : last?.onTime),
    outcome: last?.note ?? null,
    ...materialCells(orders, locale),
    paid: last ? said(last.paid ?? false) : null,
    calledBackAt: at(last?.reachedAt),
    satisfied: said(last?.satisfied),
    reopened: ticket.reopenedCount,
    closedAt: at(state === "closed" ? ticket.closedAt : undefined),
    state: words.states[state],
  } satisfies Record<TicketColumn, Value>;
}
