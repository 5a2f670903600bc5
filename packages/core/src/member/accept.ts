import * as z from "zod";
import { isoNow } from "../clock";
import { useActor, withActor } from "../context";
import { badRequest, conflict, DomainError, gone, notFound, unauthenticated } from "../error";
import { newId } from "../id";
import { firmsOf } from "../identity/firms";
import { givenPassword, hashPassword, passwordLength, verifyPassword } from "../identity/password";
import { throttle } from "../identity/throttle";
import { addUser, passwordHashOf, personName, type UserItem, userByEmail } from "../identity/user";
import { linkToken, openLink } from "../link/link";
import type { ItemOf } from "../table/entity";
import type { Work } from "../table/work";
import { putMembership } from "../tenant/found";
import { Tenant } from "../tenant/tenant.entity";
import { verb } from "../verb";
import { Invitation } from "./invitation.entity";
import { tokenHash } from "./invite";
import { Member } from "./member.entity";
import { role } from "./role";
import { keepHeadquarters } from "./rules";

type Item = ItemOf<typeof Invitation>;

/** Runs as the service acting for the firm that invites, whoever opened the link. */
const asFirm = <T>(tenantId: string, body: () => T): T => withActor({ type: "system", tenantId }, body);

async function open(token: string): Promise<Item> {
  const link = await openLink(token);
  if (link.kind !== "invitation") throw notFound();
  const invitation = await asFirm(link.tenantId, () => Invitation.get({ invitationId: link.subjectId }));
  if (!invitation) throw notFound();
  const current = invitation.tokenHash === tokenHash(token);
  if (!current || invitation.state === "withdrawn") throw gone("This invitation was withdrawn or sent anew");
  if (invitation.state === "pending" && invitation.ends <= isoNow())
    throw gone("This invitation is too old; ask to be invited again");
  return invitation;
}

const token = linkToken;

/** What an invitation's link is about, for the page it leads to: `registered` when its address has an account. */
export const openInvitation = verb({
  name: "invitation.open",
  may: "public",
  input: z.strictObject({ token }),
  output: z.object({
    firmName: z.string(),
    inviterName: z.string(),
    role,
    email: z.string(),
    registered: z.boolean(),
    accepted: z.boolean(),
  }),
  tenantOf: () => "",
  run: async (input) => {
    const { tenantId, inviterName, role, email, state } = await open(input.token);
    const tenant = await asFirm(tenantId, () => Tenant.need({}));
    const registered = (await userByEmail(email)) !== undefined;
    return { firmName: tenant.name, inviterName, role, email, registered, accepted: state === "accepted" };
  },
});

/** The person behind an account proves to be there: by their session, or by their password. */
async function prove(user: UserItem, password: string | undefined) {
  const actor = useActor();
  const signedIn = actor.type === "member" || actor.type === "user";
  if (signedIn && actor.userId === user.row.id) return;
  if (password !== undefined) {
    if (await verifyPassword(password, await passwordHashOf(user.row.id))) return;
    throw new DomainError("unauthenticated", "E-mail address or password is wrong", "password");
  }
  throw signedIn
    ? conflict(`This invitation is for ${user.row.email}; sign in with that address`)
    : unauthenticated();
}

/** Makes an account for an invited address; the link proved the mailbox. */
async function enrol(work: Work, invitation: Item, name: string | undefined, password: string | undefined) {
  if (!name) throw badRequest("Please give your name", "name");
  if (!password || password.length < passwordLength.min)
    throw badRequest(`Please choose a password of ${passwordLength.min} characters at least`, "password");
  const { email, locale } = invitation;
  const user = { userId: newId("user"), email, name, locale, passwordHash: await hashPassword(password) };
  addUser(work, user);
  return user;
}

type Person = { userId: string; name: string };

async function join(work: Work, invitation: Item, { userId, name }: Person): Promise<string> {
  const { email, role, projectIds, trade, locale } = invitation;
  const here = (await firmsOf(userId)).find(({ tenant }) => tenant.tenantId === work.tenantId);
  if (here) throw conflict("You are a member of this firm already");
  const memberId = newId("member");
  const position = { role, projectIds, trade, locale };
  work.create(Member, {
    ...position,
    memberId,
    userId,
    name,
    email,
    state: "active",
    joinedAt: work.now,
  });
  putMembership(work, userId, memberId);
  await asFirm(work.tenantId, () => keepHeadquarters(work, memberId, role === "headquarters"));
  work.patch(Invitation, invitation, { state: "accepted", memberId });
  return memberId;
}

/**
 * Accepts an invitation: a person with an account joins, signed in or giving their password; one without gets an
 * account with this name and password. Accepting twice is answered alike, and makes one member.
 */
export const acceptInvitation = verb({
  name: "invitation.accept",
  may: "public",
  input: z.strictObject({ token, name: personName.optional(), password: givenPassword.optional() }),
  output: z.object({ tenantId: z.string(), memberId: z.string(), email: z.string() }),
  tenantOf: () => "",
  run: async ({ token: secret, name, password }, work) => {
    const takeBack = await throttle("verify", secret);
    const invitation = await open(secret);
    const { tenantId, email } = invitation;
    work.tenantId = tenantId;
    work.about(invitation.invitationId);
    const user = await userByEmail(email);
    if (user) await prove(user, password);
    if (invitation.state === "accepted") {
      if (!user || !invitation.memberId) throw gone("This invitation was used already");
      await takeBack();
      return { tenantId, memberId: invitation.memberId, email };
    }
    const person = user
      ? { userId: user.row.id, name: user.row.name }
      : await enrol(work, invitation, name, password);
    const memberId = await join(work, invitation, person);
    await takeBack();
    return { tenantId, memberId, email };
  },
});
