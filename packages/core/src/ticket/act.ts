import { actorRef, type TenantActor } from "../actor";
import type { CallbackItem } from "../callback/callback.entity";
import { followTicket } from "../complaint/follow";
import { useTenantActor } from "../context";
import type { Work } from "../table/work";
import { changesBy, type Facts } from "./changes";
import { afterPauses, closeFile, needRev, openFile, type TicketFile } from "./file";
import type { Times } from "./late";
import { inHand } from "./order.changes";
import type { OrderFields, OrderItem } from "./order.entity";
import { isLive, ticketStateOf } from "./order.states";
import { ordersAfter } from "./orders";
import { nextState, partiesOf } from "./party";
import { tradesOf } from "./people";
import { type Action, isOpen, type State } from "./states";
import { addStep, type StepAction } from "./step.entity";
import type { TicketItem } from "./ticket.entity";

/** What an action brings along, and the revision its actor saw. */
export type Doing = Omit<Facts, keyof Times | "by" | "byName" | "timing"> & {
  rev?: number;
  /** When it was done, as a phone without network tells it later. */
  at?: string;
  /** What of it does not stand in the history. */
  unsaid?: boolean;
};
export type Done = { before: TicketItem; ticket: TicketItem; callback: CallbackItem | undefined };

/**
 * One action on a ticket: loads it unless it is open already (which action, and `doing`, may depend on it), asks the table, writes the ticket, its orders, its
 * clock and a step of its history into the work. Throws `not_found` out of reach, `conflict` for a stale revision or
 * an unfitting state, `forbidden`.
 */
export async function act(
  work: Work,
  of: string | TicketFile,
  asked: Action | ((ticket: TicketItem) => Action),
  doing: Doing | ((ticket: TicketItem) => Promise<Doing>),
): Promise<Done> {
  const actor = useTenantActor();
  const file = typeof of === "string" ? await openFile(of, work) : of;
  const action = typeof asked === "function" ? asked(file.ticket) : asked;
  const { rev, unsaid, at: _, ...given } = typeof doing === "function" ? await doing(file.ticket) : doing;
  needRev(file.ticket, rev);
  const standing = partiesOf(actor, file.ticket, file.orders);
  const decided = nextState(
    file.ticket,
    action,
    standing,
    given,
    given.callbackWanted ? "completed" : "closed",
  );
  const facts = factsOf(work, file, given);
  const orders = ordersAfter(action, file.orders, file.ticket, facts);
  const state = orders !== file.orders && isOpen(decided) ? ticketStateOf(orders) : decided;
  const done = await settle(work, file, { action, state, orders, facts, unsaid });
  await followTicket(work, done, action, unsaid ? undefined : facts.note);
  return done;
}

/** An action as it was decided: where the ticket goes, and its orders with it. */
export type Decided = {
  action: StepAction;
  state: State;
  orders: readonly OrderFields[];
  facts: Facts;
  unsaid?: boolean;
};

/** Writes what was decided. */
export async function settle(work: Work, file: TicketFile, decided: Decided): Promise<Done> {
  const { action, state, orders, facts, unsaid } = decided;
  const before = file.ticket;
  const rested = afterPauses(file, orders, facts.at);
  const { pausedAt, completionDueAt } = rested;
  const ticket = await closeFile(
    work,
    file,
    {
      ...{ pausedAt, completionDueAt },
      ...(orders !== file.orders && inHand(orders)),
      ...changesBy(action, rested, state, facts),
    },
    orders,
  );
  noteStep(work, before, ticket, action, { ...facts, note: saidOf(before, ticket, facts, unsaid) });
  work.about(ticket.ticketId, ticket.projectId, action);
  return { before, ticket, callback: file.callback };
}

/** What is written of an action, and by whom. */
export function factsOf(
  work: Work,
  { ticket, orders, timing }: TicketFile,
  given: Omit<Doing, "rev" | "at">,
  times: Times = { at: work.now },
): Facts {
  const actor = useTenantActor();
  const hands = orders.flatMap(({ state, assigneeId }) => (isLive(state) && assigneeId ? [assigneeId] : []));
  return { hands, ...given, ...times, by: actorRef(actor), byName: nameOf(actor, ticket), timing };
}

/** What the history keeps in words: the note, or how a ticket was worded before it was corrected. */
function saidOf(before: TicketItem, after: TicketItem, { note }: Facts, unsaid = false) {
  if (unsaid) return undefined;
  return note ?? (after.words === before.words ? undefined : before.words);
}

/** A member's trades matter only where a trade was asked and nobody has answered. */
export const tradesFor = async (actor: TenantActor, orders: readonly OrderItem[]) =>
  actor.type === "member" &&
  orders.some(({ trade, assigneeId, state }) => isLive(state) && trade && !assigneeId)
    ? tradesOf(actor)
    : [];

/** As whom an actor stands in the history. */
export function nameOf(actor: TenantActor, ticket: Pick<TicketItem, "reporter">): string {
  if (actor.type === "member") return actor.name;
  return actor.type === "resident" ? ticket.reporter.name : "Frontdesk";
}

function noteStep(work: Work, before: TicketItem, after: TicketItem, action: StepAction, facts: Facts) {
  const { at, toldAt, arrivedAt, by, byName, note, photos, ...more } = facts;
  const { trade, assigneeId, assigneeName, order, appointmentAt, cause, was, relinked } = more;
  const { ticketId, projectId, steps: step } = after;
  addStep(work, {
    ...{ ticketId, projectId, step, action, at, toldAt, arrivedAt, by, byName },
    ...{ from: before.state, to: after.state },
    ...{ note, photos, trade, assigneeId, assigneeName, order, appointmentAt, cause, was, relinked },
  });
}
