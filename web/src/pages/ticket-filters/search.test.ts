import { states } from "@frontdesk/core/ticket/states";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseSearch, stringifySearch } from "../../route/search";
import {
  askedOf,
  type Filter,
  filterOf,
  isSame,
  narrowings,
  searchOf,
  shows,
  ticketSearch,
  without,
} from "./search";

const member = "mem_01JD3V0N5W2Q8Z7R6T5Y4X3W2V";
const project = "prj_01JD3V0N5W2Q8Z7R6T5Y4X3W2V";
const filters: fc.Arbitrary<Filter> = fc.record(
  {
    state: fc.constantFrom(...states, "open" as const, "dispatched" as const, "paused" as const),
    kind: fc.constantFrom("repair" as const, "complaint" as const),
    category: fc.constantFrom("leak", "ownOne2"),
    trade: fc.constantFrom("engineering" as const, "front_desk" as const),
    assigneeId: fc.constant(member),
    projectId: fc.constant(project),
    urgency: fc.constantFrom("urgent" as const, "large" as const),
    channel: fc.constantFrom("qr" as const, "call" as const),
    overdue: fc.constant(true),
    reopened: fc.boolean(),
    from: fc.constant("2026-11-01"),
    to: fc.constant("2026-11-30"),
  },
  { requiredKeys: [] },
);
const readAgain = (filter: Filter) => filterOf(ticketSearch(parseSearch(stringifySearch(searchOf(filter)))));

describe("the address of a list of tickets", () => {
  test("holds every filter there is: what is written is read back", () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(readAgain(filter)).toEqual(filter);
        expect(isSame(readAgain(filter), filter)).toBe(true);
      }),
    );
  });

  test("asks for what is open where it says nothing", () => {
    expect(ticketSearch({})).toEqual({});
    expect(filterOf({})).toEqual({ state: "open" });
    expect(filterOf({ show: "all" })).toEqual({});
  });

  test("drops what nobody can ask for", () => {
    const bad = {
      show: "lost",
      kind: "x",
      category: "Ä",
      assignee: "wang",
      from: "2026-02-30",
      to: "1999-01-01",
    };
    expect(ticketSearch({ ...bad, overdue: "1", reopened: "", project, urgency: "urgent" })).toEqual({
      project,
      urgency: "urgent",
    });
  });

  test("can ask for every state, and for the columns of the board", () => {
    expect([...shows].sort()).toEqual(
      [...states, "open", "mine", "call", "decide", "all", "dispatched", "working", "paused"].sort(),
    );
  });

  test("loses one narrowing at a time, and with its kind its category", () => {
    const search = ticketSearch({ show: "open", kind: "repair", category: "leak", overdue: "yes" });
    expect(without(search, "overdue")).toEqual({ show: "open", kind: "repair", category: "leak" });
    expect(without(search, "category")).toEqual({ show: "open", kind: "repair", overdue: "yes" });
    expect(without(search, "kind")).toEqual({ show: "open", overdue: "yes" });
    const whole = searchOf({ ...filterOf(search), projectId: project, from: "2026-11-01" });
    const bare = narrowings.reduce(without, whole);
    expect(bare).toEqual({ show: "open" });
  });
});

test("what is asked is in the filter's own project, or in the one chosen above", () => {
  expect(askedOf({ state: "open" }, project)).toMatchObject({ projectId: project, state: "open" });
  const other = project.replace("V", "X");
  expect(askedOf({ projectId: other, overdue: true, reopened: false }, project)).toMatchObject({
    projectId: other,
    overdue: "true",
    reopened: "false",
  });
});
