import * as z from "zod";
import { epochOf, instant } from "../clock";
import { idOf } from "../id";
import { entity } from "../table/entity";

export const messageStates = ["pending", "sending", "sent", "failed", "unknown", "withheld"] as const;

/**
 * A message on its way out, written in the transaction of the change it tells of (architecture, rule 3).
 * pending → sending (leased) → sent | failed | unknown; withheld: the receiver refuses such messages.
 */
export const messageSchema = z.object({
  messageId: idOf("message"),
  kind: z.enum(["sms", "mail"]),
  to: z.string().min(3).max(120),
  text: z.string().max(4_000),
  subject: z.string().max(200).optional(),
  html: z.string().max(60_000).optional(),
  headers: z.record(z.string(), z.string()).optional(),
  fromName: z.string().max(60),
  /** What stands in 【】 before an SMS. */
  signature: z.string().max(20).optional(),
  urgent: z.boolean(),
  /** Which text of the catalogue, and what it is about. */
  template: z.string(),
  templateValues: z.record(z.string(), z.string()).optional(),
  aboutId: z.string().optional(),
  state: z.enum(messageStates),
  attempts: z.int().min(0).default(0),
  leaseUntil: instant.optional(),
  /** Not before this instant: quiet hours, or the wait before the next try. */
  notBefore: instant,
  reference: z.string().max(300).optional(),
  reason: z.string().max(500).optional(),
  createdAt: instant,
  /** Set for texts that are of no use after it, and carry what should not lie about: links to sign in by, codes. */
  keptUntil: instant.optional(),
});

/**
 * Found by what it is about (gsi1). Pending ones are due at `notBefore` plus a grace for the stream to send them
 * first; sending ones when their lease has run out.
 */
export const Message = entity({
  name: "message",
  packed: true,
  schema: messageSchema,
  key: (key: { messageId: string }) => [[key.messageId], "message"],
  indexes: {
    gsi1: (message) => (message.aboutId ? [["message", message.aboutId], message.messageId] : undefined),
  },
  due: (message) => {
    if (message.state === "pending") return { kind: "message", at: message.notBefore };
    if (message.state === "sending" && message.leaseUntil) return { kind: "message", at: message.leaseUntil };
    return undefined;
  },
  expires: ({ keptUntil }) => (keptUntil ? epochOf(keptUntil) : undefined),
});
