import { createHash } from "node:crypto";
import * as z from "zod";
import { isoNow, plus } from "../clock";
import { useActor, useTenantId } from "../context";
import { conflict } from "../error";
import { derivedId, idOf } from "../id";
import { firmsOf } from "../identity/firms";
import { pageUrl } from "../identity/mail";
import { emailAddress, userByEmail } from "../identity/user";
import { createLink, newToken } from "../link/link";
import { queueMessage } from "../message/outbox";
import type { ItemOf } from "../table/entity";
import { pageInput } from "../table/page";
import type { Work } from "../table/work";
import { locale, Tenant } from "../tenant/tenant.entity";
import { verb } from "../verb";
import { Invitation, invitationSchema, invitationStates } from "./invitation.entity";
import { projectScope, trade } from "./member.entity";
import { role } from "./role";
import { needPosition } from "./rules";

/** An invitation as headquarters sees it; `expired` when its link is too old. */
const view = invitationSchema.omit({ tokenHash: true }).extend({ expired: z.boolean() });
const shown = (item: ItemOf<typeof Invitation>) => ({ ...item, expired: item.ends <= isoNow() });

const days = 7;
export const tokenHash = (token: string) => createHash("sha256").update(token).digest("hex");

/** A fresh link and the fields that make it the one that opens the invitation. */
function freshLink(work: Work, invitationId: string) {
  const token = newToken();
  const sentAt = isoNow();
  const ends = plus(sentAt, { days });
  createLink(work, { kind: "invitation", subjectId: invitationId, expires: ends }, token);
  return { token, fields: { tokenHash: tokenHash(token), sentAt, ends } };
}

async function send(
  work: Work,
  { email, role, locale, inviterName }: ItemOf<typeof Invitation>,
  token: string,
) {
  const tenant = await Tenant.need({});
  const values = { firmName: tenant.name, inviter: inviterName, role, url: pageUrl("invitation", token) };
  queueMessage(work, tenant, { key: "invitation", values, to: { email, locale }, urgent: true });
}

const nameOfActor = () => {
  const actor = useActor();
  return actor.type === "member" ? actor.name : "Frontdesk";
};

async function refuseMembers(email: string) {
  const user = await userByEmail(email);
  const here = user && (await firmsOf(user.row.id)).find(({ tenant }) => tenant.tenantId === useTenantId());
  if (here?.member.state === "disabled")
    throw conflict("This person was a member; enable them again", "email");
  if (here) throw conflict("This person is a member already", "email");
}

/** Asks someone to join, by a letter whose link is good for seven days. */
export const inviteMember = verb({
  name: "invitation.create",
  may: "member.manage",
  input: z.strictObject({
    email: emailAddress,
    role,
    projectIds: projectScope,
    trade: trade.optional(),
    locale: locale.optional(),
  }),
  output: view,
  run: async (input, work) => {
    await needPosition(input);
    await refuseMembers(input.email);
    const invitationId = derivedId("invitation", work.tenantId, input.email);
    const before = await Invitation.get({ invitationId });
    if (before?.state === "pending" && before.ends > isoNow())
      throw conflict("This address is invited already; send it again or withdraw it", "email");
    const { token, fields } = freshLink(work, invitationId);
    const { locale: wanted = (await Tenant.need({})).locale, ...asked } = input;
    const all = {
      ...asked,
      ...fields,
      locale: wanted,
      inviterName: nameOfActor(),
      state: "pending" as const,
    };
    const cleared = { trade: input.trade, memberId: undefined };
    const invitation = before
      ? work.patch(Invitation, before, { ...all, ...cleared })
      : work.create(Invitation, { ...all, invitationId, createdAt: work.now }, "race");
    work.about(invitationId, undefined, { email: input.email, role: input.role });
    await send(work, invitation, token);
    return shown(invitation);
  },
});

/** The firm's invitations, in no particular order. */
export const listInvitations = verb({
  name: "invitation.list",
  may: "member.manage",
  input: z.strictObject({ state: z.enum(invitationStates).default("pending"), ...pageInput }),
  output: z.object({ items: z.array(view), cursor: z.string().optional() }),
  run: async ({ state, limit, cursor: from }) => {
    const items: z.input<typeof view>[] = [];
    let cursor = from;
    do {
      const page = await Invitation.query("table", ["invitation"], { limit: limit - items.length, cursor });
      items.push(...page.items.filter((item) => item.state === state).map(shown));
      cursor = page.cursor;
    } while (cursor && items.length < limit);
    return { items, cursor };
  },
});

async function needPending(invitationId: string) {
  const invitation = await Invitation.need({ invitationId });
  if (invitation.state !== "pending") throw conflict("This invitation is not open any more");
  return invitation;
}

/** Sends an open invitation again, with a new link; the old one is good no more. */
export const resendInvitation = verb({
  name: "invitation.resend",
  may: "member.manage",
  input: z.strictObject({ invitationId: idOf("invitation") }),
  output: view,
  run: async ({ invitationId }, work) => {
    const { token, fields } = freshLink(work, invitationId);
    const invitation = work.patch(Invitation, await needPending(invitationId), fields);
    work.about(invitationId);
    await send(work, invitation, token);
    return shown(invitation);
  },
});

/** Takes an open invitation back: its link is good no more. */
export const withdrawInvitation = verb({
  name: "invitation.withdraw",
  may: "member.manage",
  input: z.strictObject({ invitationId: idOf("invitation") }),
  output: view,
  run: async ({ invitationId }, work) => {
    work.about(invitationId);
    return shown(work.patch(Invitation, await needPending(invitationId), { state: "withdrawn" }));
  },
});
