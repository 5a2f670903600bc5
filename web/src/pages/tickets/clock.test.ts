import { describe, expect, test } from "vitest";
import { callbackClock, clockOf, hearingClock, isOverdue, listedClock } from "./clock";

const at = (time: string) => `2026-11-21T${time}:00.000Z`;
const ms = (time: string) => Date.parse(at(time));
const ticket = {
  state: "registered" as const,
  createdAt: at("08:00"),
  responseDueAt: at("08:05"),
  completionDueAt: at("12:00"),
};
const taken = { ...ticket, state: "accepted" as const, respondedAt: at("08:02") };

describe("the clock of a ticket", () => {
  test("is the response until somebody takes it up", () => {
    expect(clockOf(ticket, ms("08:01"))).toMatchObject({ which: "response", standing: "ample" });
    expect(clockOf(ticket, ms("08:04"))).toMatchObject({
      which: "response",
      standing: "soon",
      leftMs: 60_000,
    });
    expect(clockOf(ticket, ms("08:05"))).toMatchObject({ which: "response", standing: "overdue" });
  });

  test("is the completion afterwards", () => {
    expect(clockOf(taken, ms("10:59"))).toMatchObject({ which: "completion", standing: "ample" });
    expect(clockOf(taken, ms("11:00"))).toMatchObject({ which: "completion", standing: "soon" });
    expect(clockOf(taken, ms("12:01"))).toMatchObject({ standing: "overdue", leftMs: -60_000 });
  });

  test("is that of being there, or of a complaint's answer, while it runs out before", () => {
    const urgent = { ...taken, onSiteDueAt: at("08:15"), answerDueAt: at("10:00") };
    expect(clockOf(urgent, ms("08:10"))).toMatchObject({ which: "onSite" });
    const there = { ...urgent, startedAt: at("08:12") };
    expect(clockOf(there, ms("08:20"))).toMatchObject({ which: "answered" });
    expect(clockOf({ ...there, answeredAt: at("08:30") }, ms("09:00"))).toMatchObject({
      which: "completion",
    });
  });

  test("beside it runs what the resident is to hear", () => {
    const silent = { ...ticket, verifiedDueAt: at("08:10"), progressDueAt: at("11:00") };
    expect(hearingClock(silent, ms("08:11"))).toMatchObject({ which: "verified", standing: "overdue" });
    const spoken = { ...silent, verifiedAt: at("08:09") };
    expect(hearingClock(spoken, ms("08:11"))).toMatchObject({ which: "progress", standing: "ample" });
    expect(hearingClock({ ...spoken, state: "closed" }, ms("12:00"))).toBeNull();
    expect(hearingClock(ticket, ms("12:00"))).toBeNull();
  });

  test("stands still once the work is done or void", () => {
    for (const state of ["completed", "closed", "void"] as const) {
      expect(clockOf({ ...taken, state }, ms("23:00"))).toBeNull();
      expect(isOverdue({ ...taken, state }, ms("23:00"))).toBe(false);
    }
  });

  test("is overdue by whichever has run out", () => {
    expect(isOverdue(taken, ms("08:30"))).toBe(false);
    expect(isOverdue(ticket, ms("08:30"))).toBe(true);
    expect(isOverdue(taken, ms("12:00"))).toBe(true);
  });
});

test("a callback's clock runs from the completion", () => {
  expect(callbackClock(at("08:00"), at("12:00"), ms("11:30")).standing).toBe("soon");
  expect(callbackClock(at("08:00"), at("12:00"), ms("12:30")).standing).toBe("overdue");
  const callback = { completedAt: at("08:00"), dueAt: at("12:00") };
  const done = { ...taken, state: "completed" as const, callback };
  expect(listedClock(done, ms("12:30"))).toMatchObject({ which: "callback", standing: "overdue" });
  expect(listedClock({ ...done, callback: undefined }, ms("12:30"))).toBeNull();
  expect(listedClock({ ...taken, callback: undefined }, ms("09:00"))).toMatchObject({ which: "completion" });
});
