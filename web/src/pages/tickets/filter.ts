/** What of the register is shown, as it stands in the address. */
export const filters = [
  "open",
  "mine",
  "all",
  "registered",
  "assigned",
  "accepted",
  "started",
  "completed",
  "closed",
  "void",
] as const;
export type TicketFilter = (typeof filters)[number];

/** The filter an address asks for; what is open when it asks for nothing known, or for work one does not do. */
export function filterOf(show: string | undefined, works: boolean): TicketFilter {
  const found = filters.find((one) => one === show) ?? "open";
  return found === "mine" && !works ? "open" : found;
}
