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

/**
 * The machine once more, as people would say it: state, action, who may, where it leads. D dispatcher, A who has the
 * order, T those of the trade it was given to while nobody has it, S who takes over the shift.
 */
const told = `
  waiting  accept    A T   accepted
  waiting  refuse    A T   refused
  waiting  transfer  D A   waiting
  waiting  appoint   D A   waiting
  waiting  complete  D     done
  waiting  withdraw  D     withdrawn
  waiting  takeOver  S     accepted
  accepted refuse    A     refused
  accepted transfer  D A   waiting
  accepted appoint   D A   accepted
  accepted arrive    A     arrived
  accepted start     A     started
  accepted pause     A D   paused
  accepted complete  A D   done
  accepted withdraw  D     withdrawn
  accepted takeOver  S     accepted
  arrived  transfer  D A   waiting
  arrived  appoint   D A   arrived
  arrived  start     A     started
  arrived  pause     A D   paused
  arrived  complete  A D   done
  arrived  withdraw  D     withdrawn
  arrived  takeOver  S     accepted
  started  transfer  D A   waiting
  started  appoint   D A   started
  started  pause     A D   paused
  started  complete  A D   done
  started  withdraw  D     withdrawn
  started  takeOver  S     started
  paused   transfer  D A   waiting
  paused   appoint   D A   paused
  paused   resume    A     started
  paused   complete  A D   done
  paused   withdraw  D     withdrawn
  paused   takeOver  S     paused
  refused  transfer  D     waiting
  refused  withdraw  D     withdrawn
`;
const letters: Record<string, OrderParty> = { D: "dispatcher", A: "assignee", T: "trade", S: "successor" };
const lines = told
  .trim()
  .split("\n")
  .map((line) => line.trim().split(/\s+/));
const parties = Object.values(letters);
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
      const [, , ...rest] = lines.find(([s, a]) => s === state && a === action) ?? [];
      const to = rest.at(-1);
      const who = rest.slice(0, -1).map((letter) => letters[letter]);
      for (const party of [...parties, undefined]) {
        const found = outcome(state, action, party ? [party] : []);
        if (!to) expect(found).toBe("conflict");
        else expect(found).toBe(party && who.includes(party) ? to : "forbidden");
      }
    },
  );

  it("knows no line that is not walked", () => {
    expect(new Set(lines.map(([state, action]) => `${state} ${action}`)).size).toBe(lines.length);
    for (const [state, action] of lines) {
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
