import { Callback, dueCallback } from "../callback/callback.entity";
import { isoNow } from "../clock";
import { usualTiming } from "../clocks/timing";
import { newId } from "../id";
import { Work } from "../table/work";
import { WorkOrder } from "./order.entity";
import type { OrderState } from "./order.states";
import { born } from "./register";
import { isOpen, type State } from "./states";
import { Ticket, type TicketItem } from "./ticket.entity";

export const completion: TicketItem["completions"][number] = {
  completedAt: "2026-11-21T01:00:00.000Z",
  byMemberId: "x",
  byName: "x",
  note: "修好了",
  photos: [],
  clockStartedAt: "2026-11-21T00:00:00.000Z",
  dueAt: "2026-11-23T00:00:00.000Z",
  onTime: true,
  callbackWanted: true,
  callbackDueAt: "2026-11-22T01:00:00.000Z",
};

/** A repair as it would stand in some state, not stored. */
export function ticketIn(state: State, more: Partial<TicketItem> = {}): TicketItem {
  const said = {
    projectId: newId("project"),
    houseId: newId("house"),
    reporter: {},
    kind: "repair" as const,
    category: "leak",
    channel: "call" as const,
    words: "厨房漏水",
    photos: [],
  };
  return {
    ...born(said, isoNow(), usualTiming()),
    ticketId: newId("ticket"),
    tenantId: newId("tenant"),
    rev: 1,
    number: "BX20261121-0001",
    reporter: { name: "李四", locale: "zh-CN" },
    registeredBy: "x",
    registeredByName: "x",
    completions: isOpen(state) || state === "void" ? [] : [completion],
    workerIds: [],
    repeatOf: [],
    repeatedBy: [],
    reopenedCount: 0,
    ...more,
    state,
  };
}

/** How the one work order of a ticket stands that is in some state. */
const orderStates: Partial<Record<State, OrderState>> = {
  ...{ assigned: "waiting", accepted: "accepted", started: "started" },
  ...{ completed: "done", closed: "done", void: "withdrawn" },
};

/** Stores such a repair with all that would lie beside it; its work order may stand otherwise than most would. */
export async function storeIn(
  state: State,
  more: Partial<TicketItem> & { tenantId: string; projectId: string },
  order = orderStates[state],
): Promise<TicketItem> {
  const work = new Work(more.tenantId);
  const ticket = work.create(Ticket, ticketIn(state, more));
  const { ticketId, projectId, trade, assigneeId, assigneeName, completionDueAt: dueAt } = ticket;
  if (order && (trade || assigneeId))
    work.create(WorkOrder, {
      ticketId,
      order: 1,
      projectId,
      trade,
      assigneeId,
      assigneeName,
      dueAt,
      state: order,
    });
  const due = state === "completed" ? dueCallback(ticket) : undefined;
  if (due) work.create(Callback, due);
  await work.commit();
  return ticket;
}
