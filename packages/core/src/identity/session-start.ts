import { nowMs } from "../clock";
import { Member } from "../member/member.entity";
import { GroupEntry, keyPart } from "./adapter/layout";
import { erase, type Model, type Row } from "./adapter/rows";
import type { Raw, Unit } from "./adapter/unit";
import { membershipsKey } from "./membership.entity";
import { identityScope } from "./scope";
import type { MemberSnapshot } from "./session.entity";
import { Session } from "./session.entity";
import { User } from "./user.entity";

/** A person may be signed in on so many devices; the one used longest ago gives way. */
const mostSessions = 20;

/** What a session keeps of the membership it works under. */
export const snapshotOf = (member: MemberSnapshot): MemberSnapshot => ({
  tenantId: member.tenantId,
  memberId: member.memberId,
  role: member.role,
  projectIds: member.projectIds,
  name: member.name,
  ...(member.shielded && { shielded: member.shielded }),
});

/**
 * Completes the unit in which a session begins: chooses the firm (the one worked for last, or the only one) and sees
 * to it that the membership is as it was read. Whoever changes the membership counts the person's sessions
 * (`GroupHead`), so neither can slip past the other.
 */
export async function startSession(unit: Unit, model: Model, row: Row): Promise<Row | undefined> {
  if (model.name !== "session") return undefined;
  const userId = String(row.userId);
  const [user, memberships] = await Promise.all([
    unit.get(User.key({ row: { id: userId } }, identityScope)),
    unit.query(membershipsKey(userId), ""),
    makeRoom(unit, model, userId),
  ]);
  if (!user) return undefined;
  const { row: person, lastFirmId } = User.item(user);
  const keys = memberships.map(({ firmId, memberId }) =>
    Member.key({ memberId: String(memberId) }, String(firmId)),
  );
  const active = (await unit.getAll(keys)).filter(({ state }) => state === "active");
  const chosen =
    active.find(({ tenantId }) => tenantId === lastFirmId) ?? (active.length === 1 ? active[0] : undefined);
  if (!chosen) return { userName: person.name };
  unit.check(chosen);
  unit.reach(String(chosen.tenantId));
  return { userName: person.name, member: snapshotOf(Member.item(chosen)) };
}

/** Ends what has expired, and of the rest the oldest as far as there are too many. */
async function makeRoom(unit: Unit, model: Model, userId: string) {
  const group = GroupEntry.key({ field: "session.userId", value: keyPart(userId), home: "" }, identityScope);
  const entries = await unit.query(group.pk, "#");
  if (entries.length < mostSessions) return;
  const raw = await unit.getAll(
    entries.map(({ home }) => Session.key({ row: { token: home } }, identityScope)),
  );
  const ends = (item: Raw) => Date.parse(Session.item(item).row.expiresAt);
  const live = raw.filter((item) => ends(item) > nowMs()).sort((a, b) => ends(b) - ends(a));
  for (const item of live.slice(mostSessions - 1)) erase(unit, model, item);
}
