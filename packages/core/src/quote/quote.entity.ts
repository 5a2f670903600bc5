import * as z from "zod";
import { instant } from "../clock";
import { idOf } from "../id";
import { linkToken } from "../link/link";
import { positiveFen } from "../money";
import { entity, type ItemOf } from "../table/entity";
import { lineSchema, maxLines } from "./line";
import { isOpen, states } from "./states";

/** A ticket has so many quotes at most. */
export const maxQuotes = 20;
export const quoteNumber = z.coerce.number<string | number>().int().min(1).max(maxQuotes);
export const residentName = z.string().trim().min(1).max(60);
export const why = z.string().trim().min(1).max(300);

/** How the resident agreed: by the link, or by a signature on the glass, taken by a member. */
export const consentSchema = z.object({
  by: z.enum(["link", "signature"]),
  name: residentName,
  at: instant,
  signature: idOf("attachment").optional(),
  takenBy: z.string().optional(),
  takenByName: z.string().max(60).optional(),
});

/** What paid work on a ticket of a house comes to, line by line. total = the sum of its lines. */
export const quoteSchema = z.object({
  ticketId: idOf("ticket"),
  /** Which of the ticket's quotes, from 1. */
  quote: z.int().min(1).max(maxQuotes),
  projectId: idOf("project"),
  houseId: idOf("house"),
  lines: z.array(lineSchema).min(1).max(maxLines),
  total: positiveFen,
  /** Said to the resident with it. */
  note: z.string().max(300).optional(),
  state: z.enum(states),
  by: z.string(),
  byName: z.string().max(60),
  at: instant,
  /** The resident may answer until then. */
  expiresAt: instant,
  sentAt: instant.optional(),
  /** The token of the link that was sent last; quotes of earlier versions do not say it. */
  link: linkToken.optional(),
  consent: consentSchema.optional(),
  /** How it came to nothing. */
  ended: z.object({ at: instant, byName: z.string().max(60).optional(), reason: why.optional() }).optional(),
  /** The bill that it was charged on. */
  charged: z.object({ billId: idOf("bill"), at: instant }).optional(),
});

/** A quote as members see it: to answer by the link is the resident's alone. */
export const quoteView = quoteSchema.omit({ link: true });

/** With its ticket. Due when nobody may answer any more. */
export const Quote = entity({
  name: "quote",
  hiddenBy: ({ ticketId }) => ticketId,
  packed: true,
  schema: quoteSchema,
  key: (key: { ticketId: string; quote: number }) => [
    [key.ticketId],
    `quote#${String(key.quote).padStart(2, "0")}`,
  ],
  due: ({ state, expiresAt }) => (isOpen(state) ? { kind: "quote", at: expiresAt } : undefined),
});
export type QuoteItem = ItemOf<typeof Quote>;
