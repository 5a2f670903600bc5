import { liveStates, orderTable } from "@frontdesk/core/ticket/order.states";
import { describe, expect, test } from "vitest";
import type { TicketDetail, WorkOrder } from "../pages/tickets/actions";
import { foreseen, foreseenState, orderFor } from "./foreseen";
import { type KeptStep, type StepDeed, stepDeeds } from "./step";

const me = "mem_1";
const technician = { memberId: me, name: "陈师傅", dispatches: false };

/** A ticket with these orders, as far as steps concern it. */
const ticketOf = (...orders: Partial<WorkOrder>[]) =>
  ({
    ticketId: "tkt_1",
    state: "assigned",
    may: ["contact", "accept"],
    orders: orders.map((order, i) => ({ order: i + 1, state: "waiting", may: ["accept"], ...order })),
  }) as TicketDetail;

const steps = (...deeds: StepDeed[]): KeptStep[] =>
  deeds.map((deed, seq) => ({
    ...{ key: `k${seq}`, deed, seq, files: [], number: "BX1", projectId: "prj_1" },
    input: { ticketId: "tkt_1", order: 1, at: "2026-11-10T01:00:00.000Z", note: "换了软管" },
  }));

describe("a ticket while steps wait", () => {
  test("stands as they will leave it, each offering the next", () => {
    const ticket = ticketOf({ trade: "engineering" });
    const after = (...deeds: StepDeed[]) => {
      const { state, may, orders } = foreseen(ticket, steps(...deeds), technician);
      return [state, orders[0]?.state, orders[0]?.assigneeId, may];
    };
    const rest = ["appoint", "pause", "complete"];
    expect(after("accept")).toEqual([
      "accepted",
      "accepted",
      me,
      ["contact", "appoint", "arrive", "start", "pause", "complete"],
    ]);
    expect(after("accept", "arrive")).toEqual([
      "started",
      "arrived",
      me,
      ["contact", "appoint", "start", "pause", "complete"],
    ]);
    expect(after("accept", "start")).toEqual(["started", "started", me, ["contact", ...rest]]);
    expect(after("accept", "start", "pause")).toEqual([
      "started",
      "paused",
      me,
      ["contact", "appoint", "resume", "complete"],
    ]);
    expect(after("accept", "start", "complete")).toEqual(["completed", "done", me, []]);
  });

  test("follows the table of work orders in every state", () => {
    for (const state of liveStates)
      for (const deed of stepDeeds) {
        const to = orderTable[state][deed]?.to ?? "stays";
        const ticket = ticketOf({ state, assigneeId: me, may: [deed] });
        const expected = to === "stays" ? state : to;
        expect(foreseen(ticket, steps(deed), technician).orders[0]?.state, `${state} ${deed}`).toBe(expected);
        const row = { ticketId: "tkt_1", order: 1, orderState: state };
        expect(foreseenState(row, steps(deed))).toBe(expected);
      }
  });

  test("stays as it is where the step was taken already, or is another ticket's", () => {
    const ticket = ticketOf({ state: "started", assigneeId: me, may: ["complete"] });
    expect(foreseen(ticket, steps("accept", "start"), technician)).toBe(ticket);
    const [other] = steps("complete");
    const elsewhere = other && { ...other, input: { ...other.input, ticketId: "tkt_2" } };
    expect(foreseen(ticket, elsewhere ? [elsewhere] : [], technician)).toBe(ticket);
  });

  test("is not done while another's order is open", () => {
    const ticket = ticketOf(
      { state: "started", assigneeId: me, may: ["complete"] },
      { assigneeId: "mem_2", may: [] },
    );
    const { state, assigneeId } = foreseen(ticket, steps("complete"), technician);
    expect([state, assigneeId]).toEqual(["assigned", "mem_2"]);
  });
});

test("a step is on one's own order, or takes the only one that waits for the trade; never on another's", () => {
  const mine = { assigneeId: me, may: ["complete"] } satisfies Partial<WorkOrder>;
  const others = { assigneeId: "mem_2", may: ["complete"] } satisfies Partial<WorkOrder>;
  const free = { may: ["accept", "complete"] } satisfies Partial<WorkOrder>;
  const of = (deed: StepDeed, ...orders: Partial<WorkOrder>[]) =>
    orderFor(ticketOf(...orders).orders, deed, me)?.order;
  expect(of("complete", others, mine)).toBe(2);
  expect(of("complete", others)).toBeUndefined();
  expect(of("complete", free)).toBeUndefined();
  expect(of("accept", free)).toBe(1);
  expect(of("accept", free, free)).toBeUndefined();
  expect(of("complete", mine, mine)).toBeUndefined();
});
