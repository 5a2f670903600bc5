import { askedOf, filterOf, type Show, type TicketSearch } from "../ticket-filters/search";

/** The columns of the board, in the order a ticket goes through them. */
export const columns = [
  "registered",
  "dispatched",
  "working",
  "paused",
  "completed",
  "closed",
] as const satisfies Show[];
export type Column = (typeof columns)[number];

/** So many days back a closed ticket was registered that still stands on the board. */
const recentDays = 7;

/** The column that an address has in view on a phone: the first unless it names one. */
export const columnOf = ({ show }: TicketSearch): Column =>
  columns.find((one) => one === show) ?? "registered";

/** The address of a column as a list; `today` is the firm's own date. Of closed ones only recent ones are shown. */
export function listOf(search: TicketSearch, column: Column, today: string): TicketSearch {
  const { from } = search;
  if (column !== "closed" || from) return { ...search, show: column };
  const since = new Date(Date.parse(today) - recentDays * 86_400_000).toISOString().slice(0, 10);
  return { ...search, show: column, from: since };
}

/** What a column asks of the API, in the project its filter names or the one chosen above. */
export const askedFor = (
  search: TicketSearch,
  column: Column,
  today: string,
  projectId: string | undefined,
) => askedOf(filterOf(listOf(search, column, today)), projectId);
