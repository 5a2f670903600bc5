import type { TenantActor } from "../actor";
import { badRequest, conflict, type DomainError, forbidden } from "../error";
import { rolePermissions } from "../member/role";
import { reaches } from "../member/scope";
import type { ReplyItem } from "./reply.entity";
import { inTurn, stepsFor } from "./review";
import { type Action, type Party, parties, type Requirement, type State, table } from "./states";

/** As what an actor stands to a letter. The service itself signs nothing and is no party to any. */
export function partiesOf(actor: TenantActor, reply: ReplyItem): Set<Party> {
  if (actor.type !== "member") return new Set();
  const { memberId, role } = actor;
  const may = rolePermissions[role];
  const drafter = reply.draftedBy === memberId;
  const standing: Record<Party, boolean> = {
    drafter: drafter && may.has("ticket.dispatch"),
    named: reply.reviews.some((one) => one.memberId === memberId) && may.has("ticket.register"),
    reviewer: inTurn(reply.reviews).some((one) => one.memberId === memberId) && may.has("ticket.register"),
    approver: reply.signers.approver === memberId && !drafter && may.has("ticket.dispatch"),
    desk: may.has("ticket.dispatch"),
    caller: may.has("callback.make"),
  };
  return new Set(parties.filter((party) => standing[party]));
}

/**
 * Whether a letter is there for an actor: in their projects, those see it who dispatch, who read everything, who sign it
 * and who get a copy.
 */
export function sees(actor: TenantActor, reply: ReplyItem): boolean {
  if (!reaches(actor, reply.projectId)) return false;
  if (actor.type !== "member") return true;
  const may = rolePermissions[actor.role];
  const concerned = [...Object.values(reply.signers), ...reply.copyTo].includes(actor.memberId);
  return may.has("ticket.dispatch") || may.has("audit.read") || concerned;
}

/** What came with an action. */
export type Given = { note?: string; way?: "registered" | "mail"; trackingNumber?: string };

const unmet: Record<Requirement, (reply: ReplyItem, given: Given) => DomainError | undefined> = {
  note: (_, { note }) => (note?.trim() ? undefined : badRequest("A note is needed", "note")),
  noBlanks: ({ subject, body }) =>
    /[【】]/.test(subject + body) ? badRequest("Fill in what stands in 【】 first", "body") : undefined,
  signers: ({ signers, touchesLaw, draftedBy }) => {
    for (const step of [...stepsFor(touchesLaw), "approver"] as const) {
      if (!signers[step]) return badRequest("Somebody has to be named here", `signers.${step}`);
      if (signers[step] === draftedBy)
        return badRequest("Nobody signs what they drafted themselves", `signers.${step}`);
    }
    return undefined;
  },
  way: ({ to }, { way, trackingNumber }) => {
    if (way === "registered" && !trackingNumber?.trim())
      return badRequest("Registered mail has a tracking number", "trackingNumber");
    if (way === "mail" && !to.email) return badRequest("There is no e-mail address to send it to", "way");
    return way ? undefined : badRequest("How is it sent?", "way");
  },
};

/**
 * The state an action leads to by the table. Throws `conflict` where the state does not know the action, `forbidden`
 * where the actor is none of those who may, and the unmet requirement's error.
 */
export function nextState(
  reply: ReplyItem,
  action: Action,
  standing: ReadonlySet<Party>,
  given: Given,
  leftToSign = 0,
): State {
  const rule = table[reply.state][action];
  if (!rule) throw conflict(`This cannot be done while the letter is ${reply.state}`, "state");
  if (!rule.who.some((party) => standing.has(party))) throw forbidden();
  for (const requirement of rule.requires ?? []) {
    const error = unmet[requirement](reply, given);
    if (error) throw error;
  }
  if (rule.to === "stays") return reply.state;
  if (rule.to === "signed") return leftToSign > 0 ? "reviewing" : "reviewed";
  return rule.to;
}
