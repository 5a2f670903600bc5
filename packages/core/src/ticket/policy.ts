import type { TicketItem } from "./ticket.entity";

/**
 * Which completions are called back (domain.md, system 5; default: all). Left out is only where nobody is there to
 * be asked how it went: praise, which asks for no work, and what members saw themselves with no resident behind it.
 */
export function wantsCallback(ticket: Pick<TicketItem, "kind" | "houseId" | "reporter">): boolean {
  if (ticket.kind === "praise") return false;
  const { residentId, phone, email } = ticket.reporter;
  return [ticket.houseId, residentId, phone, email].some((way) => way !== undefined);
}
