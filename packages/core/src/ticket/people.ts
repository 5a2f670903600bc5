import type { MemberActor } from "../actor";
import { needUnconcerned, unconcerned } from "../complaint/confidential";
import { badRequest } from "../error";
import { Member, membersOfProject, needWorker, type Trade } from "../member/index";
import { type Role, rolePermissions } from "../member/role";
import type { TicketItem } from "./ticket.entity";

/** The trades the acting member takes work of; the front desk is its own where nothing else is said. */
export async function tradesOf({ memberId, role }: Pick<MemberActor, "memberId" | "role">): Promise<Trade[]> {
  const trade = (await Member.get({ memberId }))?.trade;
  if (trade) return [trade];
  return role === "front_desk" ? ["front_desk"] : [];
}

/**
 * The person to whom work in a project is given. Throws `not_found` for anybody who is not active there,
 * `bad_request` for those whose role does no such work, and for whom a complaint is about.
 */
export async function assigneeOf(
  memberId: string,
  ticket: Pick<TicketItem, "ticketId" | "projectId" | "kind">,
) {
  const member = await needWorker(memberId, ticket.projectId);
  await needUnconcerned([memberId], ticket, "assigneeId");
  if (!rolePermissions[member.role].has("ticket.work"))
    throw badRequest("This person's role does no such work", "assigneeId");
  return member;
}

/** Who answers for a project: its managers, else headquarters; of a complaint, nobody it is about. */
export async function managersOf(projectId: string, ticket?: { ticketId: string; kind: string }) {
  const answering: Role[] = ["project_manager", "headquarters"];
  for (const role of answering) {
    const all = await membersOfProject(projectId, { roles: [role] });
    const found = ticket ? await unconcerned(all, ticket) : all;
    if (found.length > 0) return found;
  }
  return [];
}
