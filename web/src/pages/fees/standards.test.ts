import { expect, test } from "vitest";
import { statesOf } from "./standards";

const standard = (standardId: string, item: string, from: string, withdrawn?: object) => ({
  standardId,
  item,
  from,
  withdrawn,
});

test("of each item the last begun is current, what a withdrawn one had ended goes on", () => {
  const states = statesOf(
    [
      standard("old", "fee", "2025-01"),
      standard("now", "fee", "2026-01"),
      standard("slip", "fee", "2026-06", { reason: "typed wrong" }),
      standard("next", "fee", "2027-01"),
      standard("lift", "lift", "2024-03"),
    ],
    "2026-11",
  );
  expect(Object.fromEntries(states)).toEqual({
    old: "past",
    now: "current",
    slip: "withdrawn",
    next: "future",
    lift: "current",
  });
});
