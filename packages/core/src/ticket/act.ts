import { actorRef, type TenantActor } from "../actor";
import { timingOf } from "../clocks/timing";
import { useTenantActor } from "../context";
import { conflict } from "../error";
import { needReach } from "../member/scope";
import type { Work } from "../table/work";
import { changesBy, type Facts } from "./changes";
import { setClock, TicketClock } from "./clock.entity";
import { follow, WorkOrder } from "./order.entity";
import { nextState, partiesOf } from "./party";
import { tradesOf } from "./people";
import { wantsCallback } from "./policy";
import { noteRepaired, repairedOf } from "./repaired.entity";
import type { Action } from "./states";
import { addStep } from "./step.entity";
import { Ticket, type TicketItem } from "./ticket.entity";

/** What an action brings along, and the revision its actor saw. */
export type Doing = Omit<Facts, "at" | "by" | "byName" | "timing"> & {
  rev?: number;
  /** What of it does not stand in the history. */
  unsaid?: boolean;
};
export type Done = { before: TicketItem; ticket: TicketItem };

/**
 * One action on a ticket: loads it (`doing` may depend on it), asks the table, writes the ticket, its order, its
 * clock and a step of its history into the work. Throws `not_found` out of reach, `conflict` for a stale revision or an unfitting state, `forbidden`.
 */
export async function act(
  work: Work,
  ticketId: string,
  action: Action,
  doing: Doing | ((ticket: TicketItem) => Promise<Doing>),
): Promise<Done> {
  const actor = useTenantActor();
  const [before, order, clock] = await Promise.all([
    Ticket.need({ ticketId }),
    WorkOrder.get({ ticketId, order: 1 }),
    TicketClock.get({ ticketId }),
  ]);
  needReach(before.projectId);
  const { rev, unsaid, ...given } = typeof doing === "function" ? await doing(before) : doing;
  if (rev !== undefined && rev !== before.rev)
    throw conflict("Somebody changed this ticket in between, please look at it again", "rev");
  const [ownTrades, repaired, timing] = await Promise.all([
    tradesFor(actor, before),
    repairedOf(before),
    timingOf(before.projectId),
  ]);
  const standing = partiesOf(actor, before, ownTrades);
  const wanted = wantsCallback(before);
  const state = nextState(before, action, standing, given, wanted ? "completed" : "closed");
  const facts: Facts = {
    ...given,
    callbackWanted: wanted,
    at: work.now,
    by: actorRef(actor),
    byName: nameOf(actor, before),
    timing,
  };
  const ticket = work.patch(Ticket, before, {
    ...changesBy(action, before, state, facts),
    steps: before.steps + 1,
  });
  follow(work, ticket, order);
  setClock(work, ticket, clock);
  noteRepaired(work, ticket, repaired);
  noteStep(work, before, ticket, action, { ...facts, note: saidOf(before, ticket, facts, unsaid) });
  work.about(ticketId, ticket.projectId, action);
  return { before, ticket };
}

/** What the history keeps in words: the note, or how a ticket was worded before it was corrected. */
function saidOf(before: TicketItem, after: TicketItem, { note }: Facts, unsaid = false) {
  if (unsaid) return undefined;
  return note ?? (after.words === before.words ? undefined : before.words);
}

/** A member's trades matter only where a trade was asked and nobody has answered. */
export const tradesFor = async (actor: TenantActor, ticket: TicketItem) =>
  actor.type === "member" && ticket.trade && !ticket.assigneeId ? tradesOf(actor) : [];

/** As whom an actor stands in the history. */
export function nameOf(actor: TenantActor, ticket: Pick<TicketItem, "reporter">): string {
  if (actor.type === "member") return actor.name;
  return actor.type === "resident" ? ticket.reporter.name : "Frontdesk";
}

function noteStep(work: Work, before: TicketItem, after: TicketItem, action: Action, facts: Facts) {
  const { at, by, byName, note, photos, trade, assigneeId, assigneeName } = facts;
  const { ticketId, projectId, steps: step } = after;
  const what = { note, photos, trade, assigneeId, assigneeName };
  addStep(work, {
    ...{ ticketId, projectId, step, action, at, by, byName },
    ...{ from: before.state, to: after.state },
    ...what,
  });
}
