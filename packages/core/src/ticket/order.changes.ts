import type { Trade } from "../member/member.entity";
import { keptPauses, type OrderFields, type OrderItem } from "./order.entity";
import { isLive, type OrderAction, type OrderState, type PauseCause } from "./order.states";
import type { TicketItem } from "./ticket.entity";

/** What an action on an order may bring along. */
export type OrderFacts = {
  at: string;
  by: string;
  byName: string;
  note?: string;
  photos?: string[];
  trade?: Trade;
  assigneeId?: string;
  assigneeName?: string;
  appointmentAt?: string;
  cause?: PauseCause;
};
type Changes = Partial<OrderFields>;

/** To whoever is named, who has yet to take it. */
export const handedTo = ({ trade, assigneeId, assigneeName }: Partial<OrderFacts>): Changes => ({
  ...{ trade, assigneeId, assigneeName },
  ...{ acceptedAt: undefined, arrivedAt: undefined, startedAt: undefined, appointmentAt: undefined },
});

const resumed = ({ pauses }: OrderFields, at: string): Changes => ({
  pauses: pauses?.map((pause) => ({ ...pause, to: pause.to ?? at })),
});

const changes: Record<OrderAction, (order: OrderFields, facts: OrderFacts) => Changes> = {
  accept: (_, { at, by, byName }) => ({ assigneeId: by, assigneeName: byName, acceptedAt: at }),
  refuse: () => handedTo({}),
  transfer: (order, facts) => ({ ...resumed(order, facts.at), ...handedTo(facts) }),
  appoint: (_, { appointmentAt }) => ({ appointmentAt }),
  arrive: (_, { at }) => ({ arrivedAt: at }),
  start: (_, { at }) => ({ startedAt: at }),
  pause: ({ pauses = [] }, { at, note = "", cause }) => ({
    pauses: [...pauses, { from: at, reason: note, cause }].slice(-keptPauses),
  }),
  resume: (order, { at }) => ({ ...resumed(order, at), startedAt: order.startedAt ?? at }),
  complete: (order, { at, note, photos }) => ({
    ...resumed(order, at),
    ...{ doneAt: at, outcome: note, photos },
  }),
  withdraw: (order, { at }) => resumed(order, at),
  takeOver: (order, { at, by, byName }) => ({
    ...{ assigneeId: by, assigneeName: byName },
    ...{ acceptedAt: order.acceptedAt ?? at, arrivedAt: undefined },
  }),
};

/** An order as an action leaves it. */
export const orderAfter = <O extends OrderFields>(
  order: O,
  action: OrderAction,
  to: OrderState,
  facts: OrderFacts,
): O => ({ ...order, ...changes[action](order, facts), state: to });

/** Who has a ticket in hand as its lists show it: the first of its orders that is live, else the last that was done. */
export function inHand(orders: readonly OrderFields[]): Partial<TicketItem> {
  const one = orders.find(({ state }) => isLive(state)) ?? orders.findLast(({ state }) => state === "done");
  const { trade, assigneeId, assigneeName, acceptedAt, startedAt } = one ?? {};
  return { trade, assigneeId, assigneeName, acceptedAt, startedAt };
}

/** Whether no order of a ticket can be worked on for now. */
export function allPaused(orders: readonly Pick<OrderItem, "state">[]): boolean {
  const live = orders.filter(({ state }) => isLive(state));
  return live.length > 0 && live.every(({ state }) => state === "paused");
}
