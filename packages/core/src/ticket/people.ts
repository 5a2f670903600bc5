import type { MemberActor } from "../actor";
import { badRequest } from "../error";
import { Member, membersOfProject, needWorker, type Trade } from "../member/index";
import { type Role, rolePermissions } from "../member/role";

/** The trades the acting member takes work of; the front desk is its own where nothing else is said. */
export async function tradesOf({ memberId, role }: Pick<MemberActor, "memberId" | "role">): Promise<Trade[]> {
  const trade = (await Member.get({ memberId }))?.trade;
  if (trade) return [trade];
  return role === "front_desk" ? ["front_desk"] : [];
}

/**
 * The person to whom work in a project is given. Throws `not_found` for anybody who is not active there,
 * `bad_request` for those whose role does no such work.
 */
export async function assigneeOf(memberId: string, projectId: string) {
  const member = await needWorker(memberId, projectId);
  if (!rolePermissions[member.role].has("ticket.work"))
    throw badRequest("This person's role does no such work", "assigneeId");
  return member;
}

/** Who answers for a project: its managers, else headquarters. */
export async function managersOf(projectId: string) {
  const answering: Role[] = ["project_manager", "headquarters"];
  for (const role of answering) {
    const found = await membersOfProject(projectId, { roles: [role] });
    if (found.length > 0) return found;
  }
  return [];
}
