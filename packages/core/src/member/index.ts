import { notFound } from "../error";
import type { ItemOf } from "../table/entity";
import { Member, type Trade } from "./member.entity";
import type { Role } from "./role";

export { acceptInvitation, openInvitation } from "./accept";
export { changeMember, disableMember, enableMember } from "./change";
export { inviteMember, listInvitations, resendInvitation, withdrawInvitation } from "./invite";
export { getMember, listMembers } from "./list";
export { Member, memberSchema, type Trade, trade, trades } from "./member.entity";

export type MemberItem = ItemOf<typeof Member>;

/** A member of the acting tenant, disabled or not. Throws `not_found`. */
export const memberById = (memberId: string): Promise<MemberItem> => Member.need({ memberId });

/** Whether a member works in a project. */
export const worksIn = ({ projectIds }: Pick<MemberItem, "projectIds">, projectId: string) =>
  projectIds === "all" || projectIds.includes(projectId);

/**
 * The active members who work in a project, by name; of the given roles, and of those with a trade of this one only.
 * For assignment lists and letters to whoever answers for a project.
 */
export async function membersOfProject(
  projectId: string,
  wanted: { roles?: readonly Role[]; trade?: Trade } = {},
): Promise<MemberItem[]> {
  const found: MemberItem[] = [];
  for await (const member of Member.all("table", ["member"])) {
    if (member.state !== "active" || !worksIn(member, projectId)) continue;
    if (wanted.roles && !wanted.roles.includes(member.role)) continue;
    if (wanted.trade && member.trade !== wanted.trade) continue;
    found.push(member);
  }
  return found.sort((a, b) => a.name.localeCompare(b.name, "zh-CN"));
}

/** The member of the acting tenant with this id who is active and works in the project. Throws `not_found`. */
export async function needWorker(memberId: string, projectId: string): Promise<MemberItem> {
  const member = await memberById(memberId);
  if (member.state !== "active" || !worksIn(member, projectId)) throw notFound();
  return member;
}
