import { describe, expect, it } from "vitest";
import { DomainError } from "../error";
import { ticketIn } from "./made.testing";
import { nextOrderState } from "./order.act";
import {
  type OrderAction,
  type OrderParty,
  type OrderState,
  orderActions,
  orderStates,
  ticketStateOf,
} from "./order.states";
import { lines, toldOf } from "./order.told.testing";

const parties = ["dispatcher", "assignee", "trade", "successor"] as const;
const given = { note: "为了这个", trade: "engineering" as const, appointmentAt: "2026-11-22T01:00:00.000Z" };

function outcome(state: OrderState, action: OrderAction, standing: OrderParty[], what: object = given) {
  const order = { ticketId: "x", projectId: "x", order: 1, dueAt: "x", state };
  try {
    return nextOrderState(ticketIn("assigned"), order, action, new Set(standing), what);
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

describe("the state table of work orders", () => {
  it.each(orderStates.flatMap((state) => orderActions.map((action) => [state, action] as const)))(
    "%s × %s: leads where it is told, for whom it is told, for nobody else",
    (state, action) => {
      const { to, who = [] } = toldOf(state, action) ?? {};
      for (const party of [...parties, undefined]) {
        const found = outcome(state, action, party ? [party] : []);
        if (!to) expect(found).toBe("conflict");
        else expect(found).toBe(party && who.includes(party) ? to : "forbidden");
      }
    },
  );

  it("knows no line that is not walked", () => {
    expect(new Set(lines.map(({ state, action }) => `${state} ${action}`)).size).toBe(lines.length);
    for (const { state, action } of lines) {
      expect(orderStates).toContain(state);
      expect(orderActions).toContain(action);
    }
  });

  it.each([
    ["waiting", "refuse", "assignee"],
    ["accepted", "transfer", "assignee"],
    ["accepted", "appoint", "assignee"],
    ["started", "pause", "assignee"],
    ["started", "complete", "assignee"],
    ["started", "withdraw", "dispatcher"],
  ] as const)("%s × %s needs what it needs", (state, action, party) => {
    expect(outcome(state, action, [party], { note: "  " })).toBe("bad_request");
  });
});

describe("a ticket's state", () => {
  it.each([
    [[], "registered"],
    [["waiting"], "assigned"],
    [["waiting", "accepted"], "accepted"],
    [["accepted", "arrived", "waiting"], "started"],
    [["waiting", "started"], "started"],
    [["paused", "accepted"], "started"],
    [["started", "refused"], "registered"],
    [["done", "waiting"], "assigned"],
    [["done", "withdrawn"], "completed"],
    [["withdrawn"], "registered"],
  ] as const)("with orders %j is %s", (states, shown) => {
    expect(ticketStateOf(states.map((state) => ({ state })))).toBe(shown);
    expect(ticketStateOf([...states].reverse().map((state) => ({ state })))).toBe(shown);
  });
});
