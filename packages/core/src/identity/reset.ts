import { createHash } from "node:crypto";
import * as z from "zod";
import { epochOf, instant, isoNow, plus } from "../clock";
import { idOf } from "../id";
import { entity } from "../table/entity";
import { Work } from "../table/work";
import { identityScope, inIdentity } from "./scope";
import { userById } from "./user";

/** Whose password a letter lets set anew: the sign-in library keeps it to itself. */
const PasswordReset = entity({
  name: "identity.passwordReset",
  schema: z.object({ tokenHash: z.string(), userId: idOf("user"), at: instant }),
  key: (key: { tokenHash: string }) => [["password-reset", key.tokenHash], "reset"],
  expires: ({ at }) => epochOf(plus(at, { days: 1 })),
});

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

/** Notes for whom a letter with this token is written. */
export async function noteReset(userId: string, token: string): Promise<void> {
  const work = new Work(identityScope);
  work.create(PasswordReset, { tokenHash: hashOf(token), userId, at: isoNow() });
  await work.commit();
}

/** The address of whoever a letter with this token was written to; undefined for a token that is none. */
export async function addressOfReset(token: string): Promise<string | undefined> {
  const reset = await inIdentity(() => PasswordReset.get({ tokenHash: hashOf(token) }));
  return reset && (await userById(reset.userId))?.row.email;
}
