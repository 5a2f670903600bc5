import { expect, test } from "vitest";
import { attemptOf } from "./attempt";

test("who was reached has no next call, who was not has said nothing", () => {
  const said = { scores: { speed: "4", result: "5" }, words: " fine " } as const;
  const typed = { reason: "no answer", nextAt: "2026-11-21T14:05", ...said } as const;
  expect(attemptOf({ ...typed, outcome: "satisfied" })).toEqual({
    reached: true,
    satisfied: true,
    scores: { speed: 4, result: 5 },
    words: "fine",
  });
  expect(attemptOf({ ...typed, outcome: "unreached" }, "2026-11-21T06:05:00.000Z")).toEqual({
    reached: false,
    reason: "no answer",
    nextAt: "2026-11-21T06:05:00.000Z",
  });
});

test("empty words and no score are left out", () => {
  expect(attemptOf({ outcome: "satisfied", words: "  ", scores: { speed: undefined } })).toEqual({
    reached: true,
    satisfied: true,
    scores: undefined,
    words: undefined,
  });
});
