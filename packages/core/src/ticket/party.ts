import type { TenantActor } from "../actor";
import { badRequest, conflict, type DomainError, forbidden } from "../error";
import type { Trade } from "../member/member.entity";
import { rolePermissions } from "../member/role";
import type { OrderFields } from "./order.entity";
import { isLive } from "./order.states";
import { type Action, type Party, parties, type Requirement, type State, table } from "./states";
import { maxCompletions, type TicketItem } from "./ticket.entity";

/** Whether a member had a part in the work of a ticket, now or in an earlier round: they never call it back. */
export const workedOn = (ticket: TicketItem, memberId: string) =>
  ticket.assigneeId === memberId || ticket.workerIds.includes(memberId);

/**
 * As what an actor stands to a ticket with these orders. The service itself stands for all but the two voices that
 * must be a person's own: the caller's and the resident's.
 */
export function partiesOf(
  actor: TenantActor,
  ticket: TicketItem,
  orders: readonly Pick<OrderFields, "state" | "assigneeId">[],
): Set<Party> {
  if (actor.type === "system")
    return new Set(parties.filter((party) => party !== "caller" && party !== "resident"));
  if (actor.type === "resident")
    return new Set(opensTicket(followed(actor.subjectId), ticket) ? ["resident"] : []);
  const may = rolePermissions[actor.role];
  const hands = [ticket, ...orders.filter(({ state }) => isLive(state))];
  const mine = hands.some(({ assigneeId }) => assigneeId === actor.memberId);
  const standing: Record<Exclude<Party, "resident">, boolean> = {
    dispatcher: may.has("ticket.dispatch"),
    registrar: ticket.registeredBy === actor.memberId,
    assignee: mine && may.has("ticket.work"),
    caller:
      may.has("callback.make") &&
      !workedOn(ticket, actor.memberId) &&
      ticket.completions.at(-1)?.reachedAt === undefined,
  };
  return new Set(parties.filter((party) => party !== "resident" && standing[party]));
}

type Followed = { ticketId: string; relinked?: number };

/** What a ticket's link names: which ticket, and since when it is this resident's, where it was another one's before. */
export const followedAs = ({ ticketId, relinked }: Followed) =>
  relinked ? `${ticketId}~${relinked}` : ticketId;

/** The ticket that a resident's link opens; those of earlier versions named one of its completions, too, from 0. */
export function followed(subjectId: string): (Followed & { index?: number }) | undefined {
  const [, ticketId, relinked, index] = /^(tkt_\w{26})(?:~(\d{1,3}))?(?:\.(\d{1,2}))?$/.exec(subjectId) ?? [];
  const numberOf = (text: string | undefined) => (text === undefined ? undefined : Number(text));
  return ticketId ? { ticketId, relinked: numberOf(relinked), index: numberOf(index) } : undefined;
}

/** Whether a link is of this ticket, and of whom it is now. */
export const opensTicket = (link: Followed | undefined, ticket: Followed) =>
  link?.ticketId === ticket.ticketId && link.relinked === ticket.relinked;

/** What came with an action. */
export type Given = { note?: string; trade?: Trade; assigneeId?: string };

const unmet: Record<Requirement, (ticket: TicketItem, given: Given) => DomainError | undefined> = {
  target: (_, { trade, assigneeId }) =>
    trade || assigneeId ? undefined : badRequest("A trade or a person is needed", "trade"),
  note: (_, { note }) => (note?.trim() ? undefined : badRequest("A note is needed", "note")),
  neverCompleted: ({ completions }) =>
    completions.length === 0
      ? undefined
      : conflict("This ticket was reported done once; complete it instead"),
  roomForAnother: ({ completions }) =>
    completions.length < maxCompletions
      ? undefined
      : conflict("This ticket was reopened too often; register a new one"),
  complaint: ({ kind }) => (kind === "complaint" ? undefined : conflict("This is not a complaint")),
  noComplaint: ({ kind }) =>
    kind === "complaint" ? conflict("A complaint is done by its answer to the resident") : undefined,
};

/**
 * The state an action leads to by the table. `toDone` is where "done" leads. Throws `conflict` where the state does
 * not know the action, `forbidden` where the actor is none of those who may, and the unmet requirement's error.
 */
export function nextState(
  ticket: TicketItem,
  action: Action,
  standing: ReadonlySet<Party>,
  given: Given,
  toDone: "completed" | "closed",
): State {
  const rule = table[ticket.state][action];
  if (!rule) throw unfitting(ticket);
  if (!rule.who.some((party) => standing.has(party))) throw forbidden();
  for (const requirement of rule.requires ?? []) {
    const error = unmet[requirement](ticket, given);
    if (error) throw error;
  }
  if (rule.to === "stays") return ticket.state;
  if (rule.to === "done") return toDone;
  if (rule.to === "settled") return ticket.kind === "complaint" ? "completed" : "closed";
  if (rule.to === "backToWork") return ticket.assigneeId || ticket.trade ? "assigned" : "registered";
  return rule.to;
}

/** A ticket's state knows no such action. */
export const unfitting = ({ state }: Pick<TicketItem, "state">) =>
  conflict(`This cannot be done while the ticket is ${state}`, "state");
