import { expect, it } from "vitest";
import { dueTimes, urgencyOf } from "./clocks";

const at = "2026-11-21T12:00:00.000Z";

it.each([
  ["repair", "ordinary", "2026-11-23T12:00:00.000Z"],
  ["repair", "urgent", "2026-11-21T12:30:00.000Z"],
  ["emergency", "urgent", "2026-11-21T12:30:00.000Z"],
  ["complaint", "ordinary", "2026-11-28T12:00:00.000Z"],
  ["complaint", "urgent", "2026-11-22T12:00:00.000Z"],
  ["inquiry", "ordinary", "2026-11-22T12:00:00.000Z"],
] as const)("%s, %s, is answered in 5 minutes and done by %s", (kind, urgency, done) => {
  expect(dueTimes(kind, urgency, at)).toEqual({
    responseDueAt: "2026-11-21T12:05:00.000Z",
    completionDueAt: done,
  });
});

it("an emergency is urgent whatever was ticked, the rest is ordinary unless said", () => {
  expect(urgencyOf("emergency", "ordinary")).toBe("urgent");
  expect(urgencyOf("repair")).toBe("ordinary");
  expect(urgencyOf("repair", "urgent")).toBe("urgent");
});
