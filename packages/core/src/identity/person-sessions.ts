import { batchGet, type ItemOf } from "../table/entity";
import type { Work } from "../table/work";
import { GroupEntry, GroupHead, keyPart } from "./adapter/layout";
import { identityScope, inIdentity } from "./scope";
import type { SessionItem } from "./session";
import { type MemberSnapshot, Session } from "./session.entity";

type PersonSessions = {
  userId: string;
  head: ItemOf<typeof GroupHead> | undefined;
  sessions: { session: SessionItem; entry: ItemOf<typeof GroupEntry> }[];
};

const groupOf = (userId: string) => ({ field: "session.userId", value: keyPart(userId) });

/** All of a person's sessions, ended ones that still lie there included; at most some twenty. */
export async function sessionsOf(userId: string): Promise<PersonSessions> {
  const group = groupOf(userId);
  const { head, entries } = await inIdentity(async () => ({
    head: await GroupHead.get(group),
    entries: (await GroupEntry.query("table", [group.field, group.value], { begins: "#" })).items,
  }));
  const keys = entries.map(({ home }) => Session.key({ row: { token: home } }, identityScope));
  const found = (await batchGet(keys, true)).map((raw) => Session.item(raw));
  const sessions = entries.flatMap((entry) => {
    const session = found.find(({ row }) => row.token === entry.home);
    return session ? [{ session, entry }] : [];
  });
  return { userId, head, sessions };
}

/** The work holds only if nobody signed this person in, or switched their firm, since the sessions were read. */
export function guardSessions(work: Work, { head, userId }: PersonSessions) {
  if (head) work.check(GroupHead, head);
  else work.put(GroupHead.record(firstHead(userId)), "attribute_not_exists(pk)", {}, "race");
}

/** Counts a session that takes up a membership, for those who guard the person's sessions. */
export function countSession(work: Work, { head, userId }: PersonSessions) {
  if (head) work.patch(GroupHead, head, {});
  else work.put(GroupHead.record(firstHead(userId)), "attribute_not_exists(pk)", {}, "race");
}

const firstHead = (userId: string) => ({ ...groupOf(userId), tenantId: identityScope, rev: 1 });

/** Ends one session in the work's transaction. */
export function endIn(work: Work, { session, entry }: PersonSessions["sessions"][number]) {
  work.remove(Session, session);
  work.remove(GroupEntry, entry);
}

/**
 * Carries a changed membership into all sessions that work under it, or ends them when `snapshot` is undefined, in
 * the work's own transaction: the very next request sees it.
 */
export async function carryIntoSessions(
  work: Work,
  userId: string,
  tenantId: string,
  snapshot: MemberSnapshot | undefined,
) {
  const person = await sessionsOf(userId);
  guardSessions(work, person);
  for (const one of person.sessions) {
    if (one.session.member?.tenantId !== tenantId) continue;
    if (snapshot) work.patch(Session, one.session, { member: snapshot });
    else endIn(work, one);
  }
}
