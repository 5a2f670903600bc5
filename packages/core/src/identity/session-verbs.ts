import * as z from "zod";
import { isoNow } from "../clock";
import { useActor } from "../context";
import { notFound, unauthenticated } from "../error";
import { idOf } from "../id";
import { Member, projectScope } from "../member/member.entity";
import { permissions, role, rolePermissions } from "../member/role";
import { Work } from "../table/work";
import { type Locale, locale } from "../tenant/tenant.entity";
import { verb } from "../verb";
import { type Firm, firmsOf, isActive } from "./firms";
import { countSession, endIn, guardSessions, sessionsOf } from "./person-sessions";
import { sessionByToken, tokenOf } from "./session";
import { Session } from "./session.entity";
import { snapshotOf } from "./session-start";
import { personName, userById } from "./user";
import { User } from "./user.entity";

/** Who is signed in, for which firm, what they may do there, and for which firms else they could work. */
const sessionView = z.object({
  user: z.object({ id: z.string(), email: z.string(), name: z.string() }),
  tenant: z.object({ id: z.string(), name: z.string(), zone: z.string() }).nullable(),
  member: z.object({ id: z.string(), role, projectIds: projectScope }).nullable(),
  permissions: z.array(z.enum(permissions)),
  memberships: z.array(z.object({ tenantId: z.string(), tenantName: z.string(), role })),
  locale,
});

/** The person who is signed in. Throws `unauthenticated`. */
async function needPerson() {
  const actor = useActor();
  if (actor.type !== "member" && actor.type !== "user") throw unauthenticated();
  const user = await userById(actor.userId);
  if (!user) throw unauthenticated();
  return { actor, user };
}

async function view(tenantId: string | undefined): Promise<z.input<typeof sessionView>> {
  const { user } = await needPerson();
  const firms = (await firmsOf(user.row.id)).filter(isActive);
  const { tenant, member } = firms.find((firm) => firm.tenant.tenantId === tenantId) ?? {};
  return {
    user: { id: user.row.id, email: user.row.email, name: user.row.name },
    tenant: tenant ? { id: tenant.tenantId, name: tenant.name, zone: tenant.zone } : null,
    member: member ? { id: member.memberId, role: member.role, projectIds: member.projectIds } : null,
    permissions: member ? [...rolePermissions[member.role]] : [],
    memberships: firms.map((firm) => ({
      tenantId: firm.tenant.tenantId,
      tenantName: firm.tenant.name,
      role: firm.member.role,
    })),
    locale: user.locale,
  };
}

const activeTenant = () => {
  const actor = useActor();
  return actor.type === "member" ? actor.tenantId : undefined;
};

/** The session as the members' app needs it. */
export const getSession = verb({
  name: "session.get",
  may: "user",
  input: z.strictObject({}),
  output: sessionView,
  tenantOf: () => "",
  run: () => view(activeTenant()),
});

async function needFirm(userId: string, tenantId: string): Promise<Firm> {
  const firm = (await firmsOf(userId)).find((one) => one.tenant.tenantId === tenantId);
  if (!firm || !isActive(firm)) throw notFound();
  return firm;
}

/** Works for another of one's firms from here on. A firm one does not work for is as unknown as one that is not. */
export const switchTenant = verb({
  name: "session.switch",
  may: "user",
  input: z.strictObject({ tenantId: idOf("tenant") }),
  output: sessionView,
  tenantOf: () => "",
  run: async ({ tenantId }, work) => {
    const { actor, user } = await needPerson();
    const token = tokenOf(actor);
    const session = token ? await sessionByToken(token) : undefined;
    if (!session) throw unauthenticated();
    const person = await sessionsOf(actor.userId);
    const { member } = await needFirm(actor.userId, tenantId);
    work.check(Member, member);
    work.reach(tenantId);
    countSession(work, person);
    work.patch(Session, session, { member: snapshotOf(member) });
    work.patch(User, user, { lastFirmId: tenantId });
    return view(tenantId);
  },
});

/**
 * Each firm's record in a transaction of its own, since none may reach into two firms. Before the person's own: who is
 * interrupted still sees the old name and saves again.
 */
async function renameInFirms(userId: string, changes: { name: string; locale: Locale }) {
  for (const { member } of await firmsOf(userId)) {
    if (member.name === changes.name && member.locale === changes.locale) continue;
    const work = new Work(member.tenantId);
    work.patch(Member, member, changes);
    await work.commit();
  }
}

/** Changes one's own name and language, in every firm one works for. */
export const changeProfile = verb({
  name: "session.profile",
  may: "user",
  input: z.strictObject({ name: personName.optional(), locale: locale.optional() }),
  output: z.object({ name: z.string(), locale }),
  tenantOf: () => "",
  run: async (input, work) => {
    const { actor, user } = await needPerson();
    const name = input.name ?? user.row.name;
    const wanted = input.locale ?? user.locale;
    const person = await sessionsOf(actor.userId);
    guardSessions(work, person);
    work.patch(User, user, { row: { ...user.row, name, updatedAt: isoNow() }, locale: wanted });
    await renameInFirms(actor.userId, { name, locale: wanted });
    for (const { session } of person.sessions)
      work.patch(Session, session, {
        userName: name,
        member: session.member && { ...session.member, name },
      });
    return { name, locale: wanted };
  },
});

const sessionItem = z.object({
  sessionId: z.string(),
  startedAt: z.string(),
  usedAt: z.string(),
  address: z.string(),
  userAgent: z.string(),
  current: z.boolean(),
});

/** Where one is signed in, last used first. */
export const listSessions = verb({
  name: "session.list",
  may: "user",
  input: z.strictObject({}),
  output: z.object({ items: z.array(sessionItem) }),
  tenantOf: () => "",
  run: async () => {
    const { actor } = await needPerson();
    const { sessions } = await sessionsOf(actor.userId);
    const live = sessions.filter(({ session }) => session.row.expiresAt > isoNow());
    const items = live.map(({ session: { row } }) => ({
      sessionId: row.id,
      startedAt: row.createdAt,
      usedAt: row.updatedAt,
      address: row.ipAddress ?? "",
      userAgent: row.userAgent ?? "",
      current: row.token === tokenOf(actor),
    }));
    return { items: items.sort((a, b) => b.usedAt.localeCompare(a.usedAt)) };
  },
});

/** Ends one of one's own sessions at once. */
export const endOneSession = verb({
  name: "session.end",
  may: "user",
  input: z.strictObject({ sessionId: idOf("session") }),
  output: z.object({ ended: z.int() }),
  tenantOf: () => "",
  run: async ({ sessionId }, work) => {
    const { actor } = await needPerson();
    const { sessions } = await sessionsOf(actor.userId);
    const found = sessions.find(({ session }) => session.row.id === sessionId);
    if (!found) throw notFound();
    endIn(work, found);
    return { ended: 1 };
  },
});

/** Signs out everywhere, this device included unless `others` says only the others. */
export const endAllSessions = verb({
  name: "session.endAll",
  may: "user",
  input: z.strictObject({ others: z.stringbool().default(false) }),
  output: z.object({ ended: z.int() }),
  tenantOf: () => "",
  run: async ({ others }, work) => {
    const { actor } = await needPerson();
    const person = await sessionsOf(actor.userId);
    const ending = person.sessions.filter(({ session }) => !others || session.row.token !== tokenOf(actor));
    guardSessions(work, person);
    for (const one of ending) endIn(work, one);
    return { ended: ending.length };
  },
});
