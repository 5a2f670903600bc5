import type { TenantActor } from "../actor";
import { badRequest, conflict, type DomainError, forbidden } from "../error";
import { rolePermissions } from "../member/role";
import type { CaseItem } from "./case.entity";
import { type Action, type Party, parties, type Requirement, type State, table } from "./states";

type Standing = Pick<CaseItem, "state" | "level" | "stage" | "findings" | "proposedBy" | "decidedFirst">;

/** As what an actor stands to a complaint. The service itself decides nothing. */
export function partiesOf(actor: TenantActor, one: Standing): Set<Party> {
  if (actor.type !== "member") return new Set();
  const { memberId, role } = actor;
  const may = rolePermissions[role];
  const leader = may.has(one.level === "project" ? "complaint.decide" : "complaint.review");
  const again = one.stage > 1 && one.decidedFirst.includes(memberId);
  const standing: Record<Party, boolean> = {
    handler: may.has("ticket.dispatch"),
    leader,
    decider: leader && one.proposedBy !== memberId && !again,
    ticket: false,
  };
  return new Set(parties.filter((party) => standing[party]));
}

const unmet: Record<Requirement, (one: Standing) => DomainError | undefined> = {
  finding: ({ findings }) => (findings > 0 ? undefined : badRequest("Say first what was found", "note")),
  atProject: ({ level }) =>
    level === "project" ? undefined : conflict("The quality department has this complaint already"),
};

/**
 * The state an action leads to by the table. Throws `conflict` where the state does not know the action, `forbidden`
 * where the actor is none of those who may, and the unmet requirement's error.
 */
export function nextState(one: Standing, action: Action, standing: ReadonlySet<Party>): State {
  const rule = table[one.state][action];
  if (!rule) throw conflict("This is not the next step of this complaint", "state");
  if (!rule.who.some((party) => standing.has(party))) throw forbidden();
  for (const requirement of rule.requires ?? []) {
    const error = unmet[requirement](one);
    if (error) throw error;
  }
  return rule.to === "stays" ? one.state : rule.to;
}
