import type { TenantActor } from "../actor";
import { useTenantActor } from "../context";
import { badRequest, conflict, forbidden, notFound } from "../error";
import type { Trade } from "../member/member.entity";
import { rolePermissions } from "../member/role";
import type { Work } from "../table/work";
import { type Doing, type Done, factsOf, settle, tradesFor } from "./act";
import { needRev, openFile, type TicketFile } from "./file";
import { timesOf } from "./late";
import { orderAfter } from "./order.changes";
import type { OrderFields, OrderItem } from "./order.entity";
import {
  isLive,
  isUnfinished,
  type OrderAction,
  type OrderParty,
  type OrderRule,
  type OrderState,
  orderTable,
  ticketStateOf,
} from "./order.states";
import { unfitting } from "./party";
import type { State } from "./states";
import type { TicketItem } from "./ticket.entity";

/** Which ticket, and which of its orders where more than one would do. */
export type OrderRef = { of: string | TicketFile; order?: number };

/**
 * One action on one of a ticket's work orders; the ticket follows as its orders stand. Throws `not_found` out of
 * reach or for no such order, `conflict` for a stale revision or an unfitting state, `forbidden`, `bad_request` where
 * several orders would do.
 */
export async function actOnOrder(
  work: Work,
  { of, order: wanted }: OrderRef,
  action: OrderAction,
  doing: Doing | ((ticket: TicketItem) => Promise<Doing>),
): Promise<Done> {
  const file = typeof of === "string" ? await openFile(of, work) : of;
  const { rev, ...given } = typeof doing === "function" ? await doing(file.ticket) : doing;
  needRev(file.ticket, rev);
  const actor = useTenantActor();
  const trades = await tradesFor(actor, file.orders);
  const order = chosen(file, action, wanted, (one) => standingTo(actor, one, trades));
  return actUpon(work, file, order, action, standingTo(actor, order, trades), given);
}

/** One action on this order of a ticket that was read, by who stands to it so. */
export async function actUpon(
  work: Work,
  file: TicketFile,
  order: OrderItem,
  action: OrderAction,
  standing: ReadonlySet<OrderParty>,
  { at, ...given }: Omit<Doing, "rev">,
): Promise<Done> {
  const to = nextOrderState(file.ticket, order, action, standing, given);
  const hands = order.assigneeId ? [order.assigneeId] : [];
  const times = await timesOf(at, work.now, order);
  const facts = factsOf(work, file, { ...given, order: order.order, hands }, times);
  const after = orderAfter<OrderFields>(order, action, to, facts);
  const orders = file.orders.map((one) => (one.order === order.order ? after : one));
  const state = followed(file.ticket, orders, action, given.callbackWanted ?? false);
  return settle(work, file, { action, state, orders, facts });
}

/**
 * The state of the ticket that follows from its orders. Only reporting work done makes a ticket done, and a complaint
 * its answer alone.
 */
function followed(
  { kind }: TicketItem,
  orders: readonly OrderFields[],
  action: OrderAction,
  wanted: boolean,
): State {
  const left = orders.filter(isUnfinished);
  if (left.length > 0) return ticketStateOf(left);
  if (kind === "complaint" && orders.some((one) => one.state === "done")) return "started";
  if (action === "complete") return wanted ? "completed" : "closed";
  if (orders.some((one) => one.state === "done"))
    throw conflict("Nothing else is left to do: report the ticket done instead");
  return "registered";
}

/** The order that is meant: the one named, else the only one of one's own that may be acted on so, else the only one. */
function chosen(
  { ticket, orders }: TicketFile,
  action: OrderAction,
  wanted: number | undefined,
  standing: (order: OrderItem) => ReadonlySet<OrderParty>,
): OrderItem {
  if (wanted !== undefined) {
    const named = orders.find(({ order }) => order === wanted);
    if (!named) throw notFound();
    return named;
  }
  const fitting = orders.filter(({ state }) => orderTable[state][action]);
  const able = fitting.filter((one) => allowed(orderTable[one.state][action], standing(one)));
  const own = able.filter((one) => standing(one).has("assignee") || standing(one).has("trade"));
  const [one, more] = own.length > 0 ? own : able;
  if (more) throw badRequest("Which of the work orders?", "order");
  if (one) return one;
  if (fitting.length > 0) throw forbidden();
  const live = orders.filter(({ state }) => isLive(state));
  throw live[0] ? unknownTo(live[0], action) : unfitting(ticket);
}

/** As what an actor stands to an order; `ownTrades` are the trades a member works in. */
export function standingTo(
  actor: TenantActor,
  order: OrderFields,
  ownTrades: readonly Trade[],
): ReadonlySet<OrderParty> {
  if (actor.type === "system") return new Set(["dispatcher", "assignee", "trade"]);
  if (actor.type !== "member") return new Set();
  const may = rolePermissions[actor.role];
  const { assigneeId, trade } = order;
  const standing: Record<OrderParty, boolean> = {
    dispatcher: may.has("ticket.dispatch"),
    assignee: assigneeId === actor.memberId && may.has("ticket.work"),
    trade: !assigneeId && trade !== undefined && ownTrades.includes(trade) && may.has("ticket.work"),
    successor: false,
  };
  return new Set((["dispatcher", "assignee", "trade"] as const).filter((party) => standing[party]));
}

const allowed = (rule: OrderRule | undefined, standing: ReadonlySet<OrderParty>) =>
  rule?.who.some((party) => standing.has(party)) ?? false;

type Given = Pick<Doing, "note" | "trade" | "assigneeId" | "appointmentAt">;

const unmet = {
  target: ({ trade, assigneeId }: Given) =>
    !trade && !assigneeId && badRequest("A trade or a person is needed", "trade"),
  note: ({ note }: Given) => !note?.trim() && badRequest("A note is needed", "note"),
  time: ({ appointmentAt }: Given) => !appointmentAt && badRequest("A time is needed", "appointmentAt"),
};

/** The state an action leads an order to by the table. Throws `conflict`, `forbidden`, or what is missing. */
export function nextOrderState(
  ticket: TicketItem,
  order: OrderFields,
  action: OrderAction,
  standing: ReadonlySet<OrderParty>,
  given: Given,
): OrderState {
  const rule = orderTable[order.state][action];
  if (!rule) throw isLive(order.state) ? unknownTo(order, action) : unfitting(ticket);
  if (!allowed(rule, standing)) throw forbidden();
  for (const requirement of rule.requires ?? []) {
    const error = unmet[requirement](given);
    if (error) throw error;
  }
  return rule.to === "stays" ? order.state : rule.to;
}

function unknownTo({ state, assigneeName }: OrderFields, action: OrderAction) {
  if (action === "accept" && assigneeName) return conflict(`${assigneeName} has taken this on already`);
  return conflict(`This cannot be done while the work order is ${state}`, "state");
}
