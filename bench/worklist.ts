import type { MemberActor } from "@frontdesk/core/actor";
import { isoNow, plus } from "@frontdesk/core/clock";
import { withActor } from "@frontdesk/core/context";
import { derivedId, newId } from "@frontdesk/core/id";
import { metered } from "@frontdesk/core/table/client";
import { TicketClock } from "@frontdesk/core/ticket/clock.entity";
import { listOverdue, listTickets, listWork } from "@frontdesk/core/ticket/index";
import { ticketIn } from "@frontdesk/core/ticket/made.testing";
import { WorkOrder } from "@frontdesk/core/ticket/order.entity";
import { summaryOf } from "@frontdesk/core/ticket/summary";
import { Ticket } from "@frontdesk/core/ticket/ticket.entity";
import { firmRecord, memberOf } from "./firm";
import type { Row } from "./row";

const count = 100_000;
const projects = 50;
const technicians = 200;
const bound = 10;
const tenantId = derivedId("tenant", "bench", "worklist");
const projectOf = (i: number) => derivedId("project", "bench", "worklist", String(i % projects));
const technicianOf = (i: number) => derivedId("member", "bench", "worklist", String(i % technicians));
const started = isoNow();

/** A firm of 50 projects with 100,000 open tickets, in every state of work, half of them late. */
export function* records() {
  yield firmRecord(tenantId);
  for (let i = 0; i < count; i++) yield* open(i, plus(started, { minutes: count / 2 - i }));
}

const states = ["registered", "assigned", "accepted", "started"] as const;

function* open(i: number, dueAt: string) {
  const state = states[i % states.length] ?? "registered";
  const assigneeId = state === "registered" ? undefined : technicianOf(i);
  const [ticketId, projectId] = [newId("ticket"), projectOf(i)];
  const stamp = { tenantId, rev: 1 };
  const trade = "engineering" as const;
  const houseCode = `${1 + (i % 20)}-1-${101 + (i % 30)}`;
  const clocks = { responseDueAt: dueAt, completionDueAt: dueAt, respondedAt: dueAt };
  const given = { ...clocks, houseCode, trade, assigneeId, assigneeName: assigneeId && "王师傅" };
  const registered = { ...ticketIn(state, { ...given, projectId }), ticketId, ...stamp };
  const ticket = summaryOf(registered);
  yield Ticket.record(registered);
  const told = { completion: { dueAt, rung: 1 } };
  yield TicketClock.record({
    ...stamp,
    ticketId,
    projectId,
    dueAt,
    ...(dueAt < started && { told, ticket }),
  });
  if (state === "registered") return;
  const order = state === "assigned" ? "waiting" : state;
  const hands = { trade, assigneeId, state: order } as const;
  yield WorkOrder.record({ ...stamp, ticketId, order: 1, projectId, ...hands, dueAt, ticket });
}

const everywhere = memberOf(tenantId);
const manager: MemberActor = { ...everywhere, role: "project_manager", projectIds: [projectOf(7)] };
const technician: MemberActor = { ...manager, role: "technician", memberId: technicianOf(7) };

async function unitsOf(actor: MemberActor, list: () => Promise<{ items: unknown[] }>): Promise<number> {
  const { result, spent } = await withActor(actor, () => metered(list));
  if (result.items.length < 20) throw new Error(`A page of ${result.items.length} only`);
  return spent.read;
}

/** Read units of the dearest first page among a firm's 100,000 open tickets: of all, of what is late, of one's own. */
export async function worklist(): Promise<Row> {
  const lists = [
    await unitsOf(everywhere, () => listTickets({ state: "open" })),
    await unitsOf(manager, () => listTickets({ state: "open" })),
    await unitsOf(everywhere, () => listOverdue({})),
    await unitsOf(manager, () => listOverdue({})),
    await unitsOf(technician, () => listWork({})),
  ];
  const value = Math.max(...lists);
  return {
    ...{ name: "worklist", value, baseline: 1, ratio: value, unit: "read units" },
    ...{ bound: `${bound} units`, kept: value <= bound },
  };
}
