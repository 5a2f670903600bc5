import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDecimal } from "./rate";
import { type ServiceCounts, serviceRates } from "./service";

/** Every count differs, so that a rate built from the wrong two is seen. */
const counts: ServiceCounts = {
  firstResponseDue: 101,
  firstResponseOnTime: 91,
  completionDue: 103,
  completionOnTime: 93,
  created: 107,
  createdAndClosed: 97,
  callbackWanted: 109,
  reachedWithin24h: 89,
  reached: 99,
  satisfied: 83,
  completedRepairs: 71,
  repeatedRepairs: 7,
  closed: 95,
  reopened: 9,
  complaints: 37,
  complaintsAccepted: 35,
  complaintsClosed: 31,
  occupiedHouses: 2400,
  tickets: 105,
  resolvedAtFirstContact: 61,
};

const none = Object.fromEntries(Object.keys(counts).map((name) => [name, 0]));

describe("serviceRates", () => {
  it("puts each count over its own denominator", () => {
    expect(serviceRates(counts)).toEqual({
      firstResponseOnTime: { numerator: 91, denominator: 101 },
      completionOnTime: { numerator: 93, denominator: 103 },
      completion: { numerator: 97, denominator: 107 },
      callbackWithin24h: { numerator: 89, denominator: 109 },
      callbackSatisfaction: { numerator: 83, denominator: 99 },
      repeatRepair: { numerator: 7, denominator: 71 },
      reopened: { numerator: 9, denominator: 95 },
      complaintsHandled: { numerator: 31, denominator: 35 },
      complaintsPerTenThousand: { numerator: 370_000, denominator: 2400 },
      firstContactResolution: { numerator: 61, denominator: 105 },
    });
  });

  it("shows complaints per ten thousand houses as a number", () => {
    expect(formatDecimal(serviceRates(counts).complaintsPerTenThousand)).toBe("154.2");
  });

  it("has no figure at all where nothing happened", () => {
    const rates = serviceRates({ ...counts, ...none });
    expect(new Set(Object.values(rates))).toEqual(new Set([null]));
  });

  it("counts callbacks that reach nobody in the denominator alone", () => {
    const unreached = serviceRates({ ...counts, callbackWanted: counts.callbackWanted + 5 });
    expect(unreached.callbackWithin24h).toEqual({ numerator: 89, denominator: 114 });
    expect(unreached.callbackSatisfaction).toEqual(serviceRates(counts).callbackSatisfaction);
  });

  it.each([-1, 0.5, Number.NaN])("refuses %d as a count", (value) => {
    expect(() => serviceRates({ ...counts, reached: value })).toThrow(RangeError);
  });

  it("of two sets of counts added lie between the two", () => {
    const pair = fc.record(
      Object.fromEntries(Object.keys(counts).map((name) => [name, fc.integer({ min: 1, max: 10 ** 9 })])),
    );
    fc.assert(
      fc.property(pair, pair, (a, b) => {
        const both = Object.fromEntries(
          Object.keys(counts).map((key) => [key, (a[key] ?? 0) + (b[key] ?? 0)]),
        );
        const value = (given: Record<string, number>) =>
          Object.values(serviceRates({ ...counts, ...given })).map((one) => one.numerator / one.denominator);
        const [first, second] = [value(a), value(b)];
        value(both).forEach((merged, index) => {
          const [x, y] = [first[index] ?? 0, second[index] ?? 0];
          expect(merged).toBeGreaterThanOrEqual(Math.min(x, y) * (1 - 1e-12));
          expect(merged).toBeLessThanOrEqual(Math.max(x, y) * (1 + 1e-12));
        });
      }),
    );
  });
});
