import { openStates } from "@frontdesk/core/ticket/states";
import { expect, test } from "vitest";
import { askedFor, columnOf, columns, listOf } from "./columns";

const today = "2026-11-28";

test("the column in view is the one the address names, else the first", () => {
  expect(columnOf({})).toBe("registered");
  expect(columnOf({ show: "open" })).toBe("registered");
  expect(columnOf({ show: "paused" })).toBe("paused");
});

test("a column is a list of its own, narrowed as the board is", () => {
  expect(listOf({ show: "open", kind: "repair" }, "working", today)).toEqual({
    show: "working",
    kind: "repair",
  });
  expect(askedFor({ overdue: "yes" }, "dispatched", today, "prj_1")).toEqual({
    ...{ state: "dispatched", overdue: "true", projectId: "prj_1" },
    reopened: undefined,
  });
});

test("closed ones stand on it for a week after they were registered, unless other days are asked for", () => {
  expect(listOf({}, "closed", today)).toEqual({ show: "closed", from: "2026-11-21" });
  expect(listOf({}, "closed", "2026-03-03")).toMatchObject({ from: "2026-02-24" });
  expect(listOf({ from: "2026-01-01" }, "closed", today)).toMatchObject({ from: "2026-01-01" });
});

test("the columns hold what is open, done and closed", () => {
  expect(columns).toHaveLength(openStates.length + 2);
});
