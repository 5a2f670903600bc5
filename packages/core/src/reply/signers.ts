import { unconcerned } from "../complaint/confidential";
import { badRequest, notFound } from "../error";
import { type MemberItem, membersOfProject, worksIn } from "../member/index";
import { Member } from "../member/member.entity";
import { type Role, rolePermissions } from "../member/role";
import type { TicketItem } from "../ticket/ticket.entity";
import type { Review, ReviewStep, Signers } from "./review";
import { stepsFor } from "./review";
import { replySettings } from "./settings.entity";

/** Who may put a letter of the firm's into force. */
const approving: readonly Role[] = ["headquarters", "project_manager"];

/**
 * The members named to sign, by their ids. Throws `not_found` for anybody who is not active (in the project, where one
 * is given), `bad_request` for those whose role signs nothing.
 */
export async function needSigners(signers: Signers, projectId?: string): Promise<Map<string, MemberItem>> {
  const named = Object.entries(signers).filter(
    (entry): entry is [ReviewStep | "approver", string] => !!entry[1],
  );
  const members = await Member.batch(named.map(([, memberId]) => ({ memberId })));
  const found = new Map(members.map((member) => [member.memberId, member]));
  for (const [step, memberId] of named) {
    const member = found.get(memberId);
    if (member?.state !== "active" || (projectId && !worksIn(member, projectId))) throw notFound();
    if (!maySign(step, member.role))
      throw badRequest("This person's role does not sign here", `signers.${step}`);
  }
  return found;
}

const maySign = (step: ReviewStep | "approver", role: Role) =>
  step === "approver" ? approving.includes(role) : rolePermissions[role].has("ticket.register");

/** Who signs unless told otherwise: as the firm has set, and the project's own manager. Who drafts signs nothing. */
export async function usualSigners(ticket: TicketItem, drafterId: string): Promise<Signers> {
  const { projectId } = ticket;
  const [{ signers }, managers] = await Promise.all([
    replySettings(),
    membersOfProject(projectId, { roles: ["project_manager"] }),
  ]);
  const manager = managers.find(({ memberId }) => memberId !== drafterId);
  const usual = { projectManager: manager?.memberId, ...signers };
  const members = await Member.batch(
    Object.values(usual).flatMap((memberId) => (memberId ? [{ memberId }] : [])),
  );
  const free = await unconcerned(members, ticket);
  const able = new Set(
    free
      .filter((one) => one.state === "active" && worksIn(one, projectId) && one.memberId !== drafterId)
      .map(({ memberId }) => memberId),
  );
  return Object.fromEntries(Object.entries(usual).filter(([, memberId]) => memberId && able.has(memberId)));
}

/** The reviews a letter is to go through, all waiting. Only for signers who are known to be complete. */
export function reviewsBy(signers: Signers, touchesLaw: boolean, members: Map<string, MemberItem>): Review[] {
  return stepsFor(touchesLaw).flatMap((step) => {
    const memberId = signers[step];
    const name = memberId && members.get(memberId)?.name;
    return memberId && name ? [{ step, memberId, name, answer: "waiting" as const }] : [];
  });
}

/** Throws `not_found` unless all of these are active members who work in the project. */
export async function needReaders(memberIds: readonly string[], projectId: string) {
  const members = await Member.batch(memberIds.map((memberId) => ({ memberId })));
  const able = members.filter((one) => one.state === "active" && worksIn(one, projectId));
  if (able.length < new Set(memberIds).size) throw notFound();
}
