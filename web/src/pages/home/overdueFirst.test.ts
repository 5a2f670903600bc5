import { expect, test } from "vitest";
import { overdueFirst } from "./overdueFirst";

const ticket = (id: string, responseDueAt: string, change: object = {}) => ({
  id,
  state: "registered" as const,
  createdAt: "2026-11-21T08:00:00.000Z",
  responseDueAt: `2026-11-21T${responseDueAt}:00.000Z`,
  completionDueAt: "2026-11-21T20:00:00.000Z",
  ...change,
});

test("only what has run out, the longest ago first", () => {
  const rows = [
    ticket("late", "09:00"),
    ticket("latest", "08:05"),
    ticket("in time", "11:00"),
    ticket("taken up", "08:05", { respondedAt: "2026-11-21T08:04:00.000Z" }),
  ];
  const ids = overdueFirst(rows, Date.parse("2026-11-21T10:00:00.000Z")).map(({ id }) => id);
  expect(ids).toEqual(["latest", "late"]);
});
