import { actionsOf, isUnfinished, orderTable, ticketStateOf } from "@frontdesk/core/ticket/order.states";
import type { TicketDetail, WorkOrder } from "../pages/tickets/actions";
import { type KeptStep, type StepDeed, stepDeeds } from "./step";

/** Who looks at a ticket. */
export interface Onlooker {
  memberId: string;
  name: string;
  dispatches: boolean;
}

const isStep = (action: string): action is StepDeed => stepDeeds.some((deed) => deed === action);

/** The order that a step of a member is on: the one named, else their own, else one that waits for their trade. */
export function orderFor(
  orders: readonly WorkOrder[],
  deed: StepDeed,
  memberId: string,
  named?: number,
): WorkOrder | undefined {
  const able = orders.filter(
    ({ order, may }) => may.includes(deed) && (named === undefined || order === named),
  );
  const own = able.filter(({ assigneeId }) => assigneeId === memberId);
  const free = deed === "accept" ? able.filter(({ assigneeId }) => !assigneeId) : [];
  const fitting = own.length > 0 ? own : free;
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** A ticket as it will stand once these steps of a member arrive, as far as can be foreseen without the service. */
export function foreseen(ticket: TicketDetail, steps: readonly KeptStep[], onlooker: Onlooker): TicketDetail {
  const own = steps.filter(({ input }) => input.ticketId === ticket.ticketId);
  return own.reduce((now, step) => afterStep(now, step, onlooker), ticket);
}

function afterStep(ticket: TicketDetail, step: KeptStep, onlooker: Onlooker): TicketDetail {
  const before = ticket.orders.find(({ order }) => order === step.input.order);
  const after = before && orderAfter(before, step, onlooker);
  // It was taken already, or will be refused.
  if (!before || !after) return ticket;
  const orders = ticket.orders.map((one) => (one === before ? after : one));
  const left = orders.filter(isUnfinished);
  const { trade, assigneeId, assigneeName } = left[0] ?? after;
  return {
    ...ticket,
    ...{ trade, assigneeId, assigneeName, orders },
    state: left.length > 0 ? ticketStateOf(left) : "completed",
    may: [
      ...ticket.may.filter((action) => !isStep(action) && left.length > 0),
      ...stepDeeds.filter((deed) => orderFor(orders, deed, onlooker.memberId)),
    ],
  };
}

function orderAfter(
  order: WorkOrder,
  { deed, input }: KeptStep,
  { memberId, name, dispatches }: Onlooker,
): WorkOrder | undefined {
  const rule = orderTable[order.state][deed];
  if (!rule) return undefined;
  const state = rule.to === "stays" ? order.state : rule.to;
  const taken = deed === "accept" ? { assigneeId: memberId, assigneeName: name } : {};
  const visit = input.appointmentAt && { appointmentAt: input.appointmentAt };
  const { at: from = "", note: reason = "", cause } = input;
  const rest = deed === "pause" && { pauses: [{ from, reason, cause }] };
  const outcome = deed === "complete" && { outcome: input.note, doneAt: input.at };
  const next = { ...order, ...taken, ...visit, ...rest, ...outcome, state };
  const mine = next.assigneeId === memberId;
  return { ...next, may: actionsOf(state, [mine && "assignee", dispatches && "dispatcher"]) };
}

/** How a work order of a list will stand once these steps arrive. */
export function foreseenState(
  { ticketId, order, orderState }: { ticketId: string; order: number; orderState: WorkOrder["state"] },
  steps: readonly KeptStep[],
): WorkOrder["state"] {
  const own = steps.filter(({ input }) => input.ticketId === ticketId && input.order === order);
  return own.reduce((state, { deed }) => {
    const to = orderTable[state][deed]?.to;
    return to === undefined || to === "stays" ? state : to;
  }, orderState);
}
