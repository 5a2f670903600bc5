import { createHash } from "node:crypto";
import * as z from "zod";
import { instant } from "../clock";
import { entity } from "../table/entity";

/** Why nothing more is sent to an address: it does not exist, or its owner complained. */
export const suppressionCauses = ["bounce", "complaint"] as const;

/** An address to which a firm sends no more; its hash, since the address itself is not needed to know it again. */
export const Suppression = entity({
  name: "suppression",
  schema: z.object({
    kind: z.enum(["sms", "mail"]),
    hash: z.string(),
    cause: z.enum(suppressionCauses),
    messageId: z.string(),
    at: instant,
  }),
  key: ({ kind, hash }: { kind: "sms" | "mail"; hash: string }) => [["suppression", kind], hash],
});

/** How an address is known again, however its letters are written. */
export const addressHash = (to: string) =>
  createHash("sha256").update(to.trim().toLowerCase()).digest("base64url");
