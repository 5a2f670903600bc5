import * as sheet from "@frontdesk/core/figure/sheet";
import { dimensions } from "@frontdesk/core/figure/sheet";
import { expect, test } from "vitest";
import { channels, householdsOf, questionKeys, rateOf, stages } from "./figures";

test("a rate without a denominator is none", () => {
  expect(rateOf(null)).toBeNull();
  expect(rateOf({ numerator: 0, denominator: 0 })).toBeNull();
  expect(rateOf({ numerator: 3, denominator: 4 })).toBe(0.75);
});

test("households add up, and those nobody could reach were not asked", () => {
  const one = { households: { invited: 10, undeliverable: 2, answered: 4, response: null } };
  expect(householdsOf([one, one])).toEqual({ invited: 20, undeliverable: 4, answered: 8, asked: 16 });
  expect(householdsOf([])).toEqual({ invited: 0, undeliverable: 0, answered: 0, asked: 0 });
});

test("questions, channels and stages are the server's, in its order", () => {
  expect(questionKeys).toEqual([...dimensions, "overall"]);
  expect([...sheet.questions]).toEqual([...questionKeys]);
  expect(channels).toEqual(sheet.channels);
  expect(stages).toEqual(sheet.stages);
});
