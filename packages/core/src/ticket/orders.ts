import { badRequest } from "../error";
import { handedTo, type OrderFacts, orderAfter } from "./order.changes";
import { maxOrders, type OrderFields } from "./order.entity";
import { isLive, isUnfinished } from "./order.states";
import type { Action } from "./states";
import type { TicketItem } from "./ticket.entity";

type Orders = readonly OrderFields[];
type Given = OrderFacts & { order?: number };
type Hands = Pick<OrderFacts, "trade" | "assigneeId" | "assigneeName" | "note">;
type Change = (orders: Orders, ticket: TicketItem, facts: Given) => Orders;

const put = (orders: Orders, one: OrderFields): Orders =>
  orders.some(({ order }) => order === one.order)
    ? orders.map((other) => (other.order === one.order ? one : other))
    : [...orders, one];

/** A further order, waiting for whoever is named. */
export function newOrder(
  orders: Orders,
  ticket: Pick<TicketItem, "ticketId" | "projectId" | "completionDueAt">,
  facts: Hands,
): OrderFields {
  if (orders.length >= maxOrders) throw badRequest("This ticket has too many work orders");
  const { ticketId, projectId, completionDueAt: dueAt } = ticket;
  const order = (orders.at(-1)?.order ?? 0) + 1;
  return { ticketId, projectId, order, dueAt, state: "waiting", asked: facts.note, ...handedTo(facts) };
}

/** The order that is given out: the one named, else the only one that is not finished, else a new one. */
function handedOut(orders: Orders, ticket: TicketItem, facts: Given): OrderFields {
  const candidates = orders.filter(
    (one) => isUnfinished(one) && (facts.order === undefined || one.order === facts.order),
  );
  const [one] = candidates;
  if (candidates.length > 1 || (facts.order !== undefined && !one))
    throw badRequest("Which of the work orders?", "order");
  if (!one) return newOrder(orders, ticket, facts);
  return { ...orderAfter(one, "transfer", "waiting", facts), asked: facts.note ?? one.asked };
}

const ended: Change = (orders, _, facts) =>
  orders.map((one) => (isUnfinished(one) ? orderAfter(one, "withdraw", "withdrawn", facts) : one));

/** Whoever did the work is asked again; nobody, where the front desk had done it by itself. */
const again: Change = (orders) =>
  orders.map((one) => {
    if (one.state !== "done") return one;
    const { trade, assigneeId, assigneeName } = one;
    if (!trade && !assigneeId) return { ...one, state: "withdrawn" };
    const fresh = { doneAt: undefined, outcome: undefined, photos: undefined };
    return { ...one, ...handedTo({ trade, assigneeId, assigneeName }), ...fresh, state: "waiting" };
  });

const changes: Partial<Record<Action, Change>> = {
  assign: (orders, ticket, facts) => put(orders, handedOut(orders, ticket, facts)),
  split: (orders, ticket, facts) => put(orders, newOrder(orders, ticket, facts)),
  accept: (orders, ticket, facts) => {
    const mine = { ...facts, note: undefined, assigneeId: facts.by, assigneeName: facts.byName };
    return put(orders, orderAfter(handedOut(orders, ticket, mine), "accept", "accepted", facts));
  },
  complete: (orders, _, facts) =>
    orders.map((one) => {
      if (isLive(one.state)) return orderAfter(one, "complete", "done", facts);
      return one.state === "refused" ? orderAfter(one, "withdraw", "withdrawn", facts) : one;
    }),
  answer: (orders, _, facts) =>
    orders.map((one) =>
      isUnfinished(one) ? orderAfter(one, "complete", "done", { ...facts, note: undefined }) : one,
    ),
  void: ended,
  unsatisfied: again,
  reopen: again,
};

/** A ticket's orders as an action on the ticket leaves them; the very same where it does not concern them. */
export const ordersAfter = (action: Action, orders: Orders, ticket: TicketItem, facts: Given): Orders =>
  changes[action]?.(orders, ticket, facts) ?? orders;
