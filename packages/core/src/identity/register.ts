import { withActor } from "../context";
import { newId } from "../id";
import { Member } from "../member/member.entity";
import { keepHeadquarters, type Position } from "../member/rules";
import { Work } from "../table/work";
import { foundFirm, putMembership } from "../tenant/found";
import type { Locale } from "../tenant/tenant.entity";
import { hashPassword } from "./password";
import { addUser, userByEmail } from "./user";

export type Person = { email: string; name: string; locale: Locale; passwordHash: string };

/** A firm with its first member at headquarters, without letters: for demo data and tests. The address must be new. */
export async function registerFirm(firm: { name: string; zone?: string }, person: Person) {
  const work = new Work(newId("tenant"));
  const founder = { userId: newId("user"), name: person.name, email: person.email };
  addUser(work, { ...person, userId: founder.userId });
  const { zone = "Asia/Shanghai", name } = firm;
  const { memberId } = foundFirm(work, { name, zone, locale: person.locale, founder });
  await work.commit();
  return { tenantId: work.tenantId, userId: founder.userId, memberId };
}

/** A further member of a firm, without an invitation: for demo data and tests. A known address keeps its password. */
export async function registerMember(tenantId: string, person: Person, position: Position) {
  const work = new Work(tenantId);
  const known = await userByEmail(person.email);
  const userId = known?.row.id ?? newId("user");
  if (!known) addUser(work, { ...person, userId });
  const memberId = newId("member");
  const { name, email, locale } = person;
  work.create(Member, {
    ...{ ...position, memberId, userId, name, email, locale },
    state: "active",
    joinedAt: work.now,
  });
  putMembership(work, userId, memberId);
  const belongs = position.role === "headquarters";
  await withActor({ type: "system", tenantId }, () => keepHeadquarters(work, memberId, belongs));
  await work.commit();
  return { tenantId, userId, memberId };
}

/** A person as `registerFirm` and `registerMember` take one, with a password of their own. */
export const personWith = async (
  person: Omit<Person, "passwordHash">,
  password: string,
): Promise<Person> => ({
  ...person,
  passwordHash: await hashPassword(password),
});
