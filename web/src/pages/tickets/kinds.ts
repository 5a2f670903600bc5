import type { TicketChannel, TicketKind, Urgency } from "@frontdesk/core/ticket/kind";

export const kinds = [
  "repair",
  "complaint",
  "suggestion",
  "inquiry",
  "praise",
  "emergency",
] as const satisfies readonly TicketKind[];

/** How urgent a ticket may be said to be: large are repairs alone, and every emergency is urgent. */
export const urgenciesOf = (kind: TicketKind): readonly Urgency[] =>
  kind === "repair" ? ["ordinary", "urgent", "large"] : ["ordinary", "urgent"];

/** The ways in that a member may note; what residents send by QR code registers itself. */
export const channels = [
  "call",
  "visit",
  "letter",
  "online",
  "patrol",
  "member",
] as const satisfies TicketChannel[];
