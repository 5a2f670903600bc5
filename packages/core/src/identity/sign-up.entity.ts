import * as z from "zod";
import { epochOf, instant, plus } from "../clock";
import { idOf } from "../id";
import { entity } from "../table/entity";
import { locale } from "../tenant/tenant.entity";
import { keyPart } from "./adapter/layout";

/**
 * A firm someone wants to sign up, until the mailbox is proven to be theirs. Each has a link and a password of its
 * own, so that several for one address do not touch each other; `firmId` is the id the firm will have.
 */
export const SignUp = entity({
  name: "identity.signUp",
  schema: z.object({
    tokenHash: z.string(),
    firmId: idOf("tenant"),
    firmName: z.string(),
    zone: z.string(),
    name: z.string(),
    email: z.string(),
    passwordHash: z.string(),
    locale,
    createdAt: instant,
    ends: instant,
    confirmedAt: instant.optional(),
  }),
  key: (key: { tokenHash: string }) => [["sign-up", key.tokenHash], "sign-up"],
  indexes: { gsi1: ({ email, createdAt }) => [["sign-up-of", keyPart(email)], createdAt] },
  expires: ({ ends }) => epochOf(plus(ends, { days: 7 })),
});
