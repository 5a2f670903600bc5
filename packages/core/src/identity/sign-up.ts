import { createHash, randomBytes } from "node:crypto";
import { IANAZone } from "luxon";
import * as z from "zod";
import { isoNow, plus } from "../clock";
import { useContext } from "../context";
import { badRequest, conflict, gone, notFound } from "../error";
import { derivedId, newId } from "../id";
import { queueMessage } from "../message/outbox";
import type { ItemOf } from "../table/entity";
import type { Work } from "../table/work";
import { foundFirm } from "../tenant/found";
import { firmName } from "../tenant/name";
import { locale } from "../tenant/tenant.entity";
import { verb } from "../verb";
import { keyPart } from "./adapter/layout";
import { evenly } from "./evenly";
import { inFirm, pageUrl, writeToUser } from "./mail";
import { givenPassword, hashPassword, newPassword, verifyPassword } from "./password";
import { identityScope, inIdentity } from "./scope";
import { SignUp } from "./sign-up.entity";
import { throttle } from "./throttle";
import { addUser, emailAddress, personName, userByEmail } from "./user";

type SignUpItem = ItemOf<typeof SignUp>;

const confirmHours = 48;
/** No answer to a sign-up comes sooner, so that the time does not tell whether the address is known. */
const evenMs = 500;

/** The same for an address that is new, known, or waiting for its confirmation. */
const accepted = z.object({ status: z.literal("accepted") });
const token = z.string().regex(/^[\w-]{32}$/);

/** Until there is a firm, a sign-up is a matter of identities, and so is what is kept to answer it twice alike. */
const noTenant = () => identityScope;

/** The firm there may be: the same for the same Idempotency-Key. */
function firmToBe(): string {
  const { idempotency } = useContext();
  return idempotency ? derivedId("tenant", "sign-up", idempotency.key) : newId("tenant");
}

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

/** Writes a sign-up with a link of its own, and the letter that brings the link. */
function propose(work: Work, fields: Pick<SignUpItem, Wanted>) {
  const secret = randomBytes(24).toString("base64url");
  const createdAt = isoNow();
  const ends = plus(createdAt, { hours: confirmHours });
  const stored = { ...fields, tokenHash: hashOf(secret), createdAt, ends, tenantId: identityScope, rev: 1 };
  work.put(SignUp.record(stored), "attribute_not_exists(pk)", {}, "race");
  const sender = { name: fields.firmName, signature: "", zone: fields.zone };
  const values = { firmName: fields.firmName, url: pageUrl("verified", secret) };
  const to = { email: fields.email, locale: fields.locale };
  inFirm(work, fields.firmId, () =>
    queueMessage(work, sender, { key: "verifyEmail", values, to, urgent: true }),
  );
}
type Wanted = "firmId" | "firmName" | "zone" | "name" | "email" | "passwordHash" | "locale";

/** The sign-up of an address that was asked for last and is not confirmed yet. */
export async function pendingSignUp(email: string): Promise<SignUpItem | undefined> {
  const group = ["sign-up-of", keyPart(email)];
  const { items } = await inIdentity(() => SignUp.query("gsi1", group, { reverse: true, limit: 1 }));
  return items.find(({ confirmedAt, ends }) => !confirmedAt && ends > isoNow());
}

/**
 * A firm asks to be signed up. Nothing exists of it until the link in the letter has been opened by someone who also
 * knows the password: so a sign-up with someone else's address leads nowhere, and several of one address stand side
 * by side, the owner's own among them. A known address only gets a letter saying so.
 */
export const signUp = verb({
  name: "signUp.create",
  may: "public",
  input: z.strictObject({
    firmName,
    name: personName,
    email: emailAddress,
    password: newPassword,
    locale,
    zone: z
      .string()
      .max(60)
      .refine((zone) => IANAZone.isValidZone(zone), "must be a time zone like Asia/Shanghai")
      .default("Asia/Shanghai"),
  }),
  output: accepted,
  tenantOf: noTenant,
  audited: false,
  run: ({ password, ...fields }, work) =>
    evenly(evenMs, async () => {
      await throttle("signUp", fields.email);
      const passwordHash = await hashPassword(password);
      const user = await userByEmail(fields.email);
      if (user) await writeToUser(user, "alreadyRegistered", { url: pageUrl("sign-in") }, work);
      else propose(work, { ...fields, passwordHash, firmId: firmToBe() });
      return { status: "accepted" as const };
    }),
});

/** Sends the letter of an unconfirmed sign-up once more, with a new link. */
export const resendSignUp = verb({
  name: "signUp.resend",
  may: "public",
  input: z.strictObject({ email: emailAddress }),
  output: accepted,
  tenantOf: noTenant,
  audited: false,
  run: ({ email }, work) =>
    evenly(evenMs, async () => {
      await throttle("signUp", email);
      const [user, pending] = await Promise.all([userByEmail(email), pendingSignUp(email)]);
      if (!user && pending) propose(work, pending);
      return { status: "accepted" as const };
    }),
});

async function open(secret: string): Promise<SignUpItem> {
  const found = await inIdentity(() => SignUp.get({ tokenHash: hashOf(secret) }));
  if (!found) throw notFound();
  if (!found.confirmedAt && found.ends <= isoNow()) throw gone("This link is too old, please sign up again");
  return found;
}

/** What the link of a sign-up is about, for the page it leads to. */
export const openSignUp = verb({
  name: "signUp.open",
  may: "public",
  input: z.strictObject({ token }),
  output: z.object({ firmName: z.string(), email: z.string(), confirmed: z.boolean() }),
  tenantOf: () => "",
  run: async (input) => {
    const { firmName, email, confirmedAt } = await open(input.token);
    return { firmName, email, confirmed: confirmedAt !== undefined };
  },
});

/**
 * Confirms a sign-up, by its link and the password given then: the firm, the person and their membership at
 * headquarters come into being at once. Of several sign-ups of one address the first confirmed makes the person; the
 * others find the address taken. Confirming twice is answered alike.
 */
export const confirmSignUp = verb({
  name: "signUp.confirm",
  may: "public",
  input: z.strictObject({ token, password: givenPassword }),
  output: z.object({ email: z.string(), tenantId: z.string() }),
  tenantOf: () => "",
  run: async ({ token: secret, password }, work) => {
    const takeBack = await throttle("verify", secret);
    const pending = await open(secret);
    if (!(await verifyPassword(password, pending.passwordHash)))
      throw badRequest("This is not the password you chose when you signed up", "password");
    await takeBack();
    const { email, firmId, firmName: name, locale, zone, passwordHash } = pending;
    if (pending.confirmedAt) return { email, tenantId: firmId };
    if (await userByEmail(email))
      throw conflict("This address has an account already, please sign in", "email");
    work.tenantId = firmId;
    const founder = { userId: newId("user"), name: pending.name, email };
    addUser(work, { ...founder, locale, passwordHash });
    foundFirm(work, { name, locale, zone, founder });
    work.patch(SignUp, pending, { confirmedAt: isoNow() });
    work.about(firmId);
    return { email, tenantId: firmId };
  },
});
