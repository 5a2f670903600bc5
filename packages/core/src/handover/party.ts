import type { TenantActor } from "../actor";
import { conflict, forbidden } from "../error";
import { rolePermissions } from "../member/role";
import type { RosterItem } from "../roster/roster.entity";
import type { HandoverItem } from "./handover.entity";
import {
  type HandoverAction,
  type HandoverParty,
  type HandoverState,
  handoverActions,
  handoverTable,
} from "./states";

/** Whether a member has a part in a roster: stands on it on some day, or gives out the work of its project. */
export function hasPart(actor: TenantActor, roster: Pick<RosterItem, "shifts" | "exceptions">): boolean {
  if (actor.type !== "member") return false;
  const listed = [...roster.shifts, ...roster.exceptions].some(({ memberIds }) =>
    memberIds.includes(actor.memberId),
  );
  return rolePermissions[actor.role].has(listed ? "ticket.work" : "ticket.dispatch");
}

/** As what an actor stands to a handover of a roster. */
export function partiesTo(
  actor: TenantActor,
  { fromId, toId }: Pick<HandoverItem, "fromId" | "toId">,
  roster: Pick<RosterItem, "shifts" | "exceptions"> | undefined,
): ReadonlySet<HandoverParty> {
  const parties = new Set<HandoverParty>();
  if (actor.type !== "member") return parties;
  if (actor.memberId === fromId) parties.add("giver");
  else if (roster && hasPart(actor, roster)) parties.add("successor");
  if (actor.memberId === toId) parties.add("taker");
  return parties;
}

/** What may be done with a handover by who stands to it so. */
export const actionsOn = (state: HandoverState, standing: ReadonlySet<HandoverParty>): HandoverAction[] =>
  handoverActions.filter((action) => handoverTable[state][action]?.who.some((party) => standing.has(party)));

/** The state an action leads to by the table. Throws `conflict` where it is unknown, `forbidden` for who may not. */
export function nextHandoverState(
  state: HandoverState,
  action: HandoverAction,
  standing: ReadonlySet<HandoverParty>,
): HandoverState {
  const rule = handoverTable[state][action];
  if (!rule) throw conflict("This handover is settled already", "state");
  if (!rule.who.some((party) => standing.has(party))) throw forbidden();
  return rule.to;
}
