import * as z from "zod";
import { instant } from "../clock";
import { linkToken } from "../link/link";
import { positiveFen } from "../money";
import type { QuoteItem } from "../quote/quote.entity";
import { isOpen } from "./states";
import type { TicketItem } from "./ticket.entity";

/** What paid work on a ticket comes to, in fen, as its resident is told. */
export const offer = z.object({
  /** asked: to be answered until `expiresAt`, by a link of its own or a signature. */
  is: z.enum(["asked", "agreed", "charged"]),
  total: positiveFen,
  expiresAt: instant,
  /** The token of the quote's own link, while it is asked for an answer. */
  link: linkToken.optional(),
});
export type Offer = z.output<typeof offer>;

type Quoted = Pick<QuoteItem, "state" | "total" | "expiresAt" | "charged" | "link">;

/** What a ticket's last quote is to its resident at `now`; undefined for one they were not sent, or that came to nothing. */
export function offerOf(
  ticket: Pick<TicketItem, "state">,
  last: Quoted | undefined,
  now: string,
): Offer | undefined {
  if (!last) return undefined;
  const { state, total, expiresAt, charged, link } = last;
  if (state === "agreed") return { is: charged ? "charged" : "agreed", total, expiresAt };
  const asked = state === "sent" && isOpen(ticket.state) && expiresAt > now;
  return asked ? { is: "asked", total, expiresAt, link } : undefined;
}
