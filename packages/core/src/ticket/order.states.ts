import type { State } from "./states";

/**
 * waiting → accepted → arrived → started ⇄ paused → done. refused: given back, and to be given out again; withdrawn:
 * taken back by the front desk, as it need not be done.
 */
export const orderStates = [
  "waiting",
  "accepted",
  "arrived",
  "started",
  "paused",
  "refused",
  "done",
  "withdrawn",
] as const;
export type OrderState = (typeof orderStates)[number];

/** States in which somebody has the order, or it waits for somebody to take it. */
export const liveStates = [
  "waiting",
  "accepted",
  "arrived",
  "started",
  "paused",
] as const satisfies OrderState[];
export const isLive = (state: OrderState) => (liveStates as readonly OrderState[]).includes(state);

/** Whether something is left to do: one that was given back is to be given out again. */
export const isUnfinished = ({ state }: { state: OrderState }) => isLive(state) || state === "refused";

export const orderActions = [
  "accept",
  "refuse",
  /** Hand it to another trade or person. */
  "transfer",
  /** Agree with the resident when somebody comes. */
  "appoint",
  "arrive",
  "start",
  "pause",
  "resume",
  "complete",
  "withdraw",
  /** Go on with it in the place of who had it, at the change of a shift. */
  "takeOver",
] as const;
export type OrderAction = (typeof orderActions)[number];

/** Why work rests, as its resident is told; what was noted beside it stays with the firm. */
export const pauseCauses = ["parts", "resident", "outside", "weather", "other"] as const;
export type PauseCause = (typeof pauseCauses)[number];

/** As what somebody stands to an order; as to a ticket (states.ts). successor: takes over the shift of who has it. */
export type OrderParty = "dispatcher" | "assignee" | "trade" | "successor";

export type OrderRule = {
  to: OrderState | "stays";
  who: readonly OrderParty[];
  requires?: readonly ("target" | "note" | "time")[];
};

const accept: OrderRule = { to: "accepted", who: ["assignee", "trade"] };
const refuse = (...who: OrderParty[]): OrderRule => ({ to: "refused", who, requires: ["note"] });
const transfer: OrderRule = { to: "waiting", who: ["dispatcher", "assignee"], requires: ["target", "note"] };
const appoint: OrderRule = { to: "stays", who: ["dispatcher", "assignee"], requires: ["time"] };
const arrive: OrderRule = { to: "arrived", who: ["assignee"] };
const start: OrderRule = { to: "started", who: ["assignee"] };
const pause: OrderRule = { to: "paused", who: ["assignee", "dispatcher"], requires: ["note"] };
const resume: OrderRule = { to: "started", who: ["assignee"] };
const complete = (...who: OrderParty[]): OrderRule => ({ to: "done", who, requires: ["note"] });
const withdraw: OrderRule = { to: "withdrawn", who: ["dispatcher"], requires: ["note"] };

const takeOver = (to: OrderRule["to"]): OrderRule => ({ to, who: ["successor"] });

const worked = complete("assignee", "dispatcher");

/** The whole machine of one order. What is not in it cannot be done. */
export const orderTable: Record<OrderState, Partial<Record<OrderAction, OrderRule>>> = {
  waiting: {
    accept,
    refuse: refuse("assignee", "trade"),
    transfer,
    appoint,
    complete: complete("dispatcher"),
    withdraw,
    takeOver: takeOver("accepted"),
  },
  accepted: {
    refuse: refuse("assignee"),
    transfer,
    appoint,
    arrive,
    start,
    pause,
    complete: worked,
    withdraw,
    takeOver: takeOver("stays"),
  },
  arrived: {
    transfer,
    appoint,
    start,
    pause,
    complete: worked,
    withdraw,
    takeOver: takeOver("accepted"),
  },
  started: { transfer, appoint, pause, complete: worked, withdraw, takeOver: takeOver("stays") },
  paused: { transfer, appoint, resume, complete: worked, withdraw, takeOver: takeOver("stays") },
  refused: { transfer: { ...transfer, who: ["dispatcher"] }, withdraw },
  done: {},
  withdrawn: {},
};

/** What may be done with an order in this state by who stands to it so. */
export const actionsOf = (state: OrderState, standing: Iterable<OrderParty | false>): OrderAction[] => {
  const parties = new Set(standing);
  return orderActions.filter((action) => orderTable[state][action]?.who.some((party) => parties.has(party)));
};

/** What each order makes of its ticket, the first that any order has: one given back goes before all others. */
const shows: readonly (readonly [OrderState, State])[] = [
  ["refused", "registered"],
  ["started", "started"],
  ["paused", "started"],
  ["arrived", "started"],
  ["accepted", "accepted"],
  ["waiting", "assigned"],
  ["done", "completed"],
  ["withdrawn", "registered"],
];

/** The state of a ticket as its orders stand; without any it is to be given out. */
export const ticketStateOf = (orders: readonly { state: OrderState }[]): State =>
  shows.find(([state]) => orders.some((order) => order.state === state))?.[1] ?? "registered";
