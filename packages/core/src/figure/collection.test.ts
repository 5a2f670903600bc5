import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ArrearsSums,
  arrearsRecoveryRate,
  collectionRateAsOfNow,
  currentCollectionRate,
  householdCollectionRate,
  overallCollectionRate,
  type PeriodSums,
  receivable,
  receivableBeforeWaivers,
  yearToDateCollectionRate,
} from "./collection";
import { compareRates } from "./rate";

const october: PeriodSums = {
  billed: 1_000_00,
  cancelled: 100_00,
  waived: 50_00,
  collectedByPeriodEnd: 680_00,
  collectedToNow: 765_00,
};
const november: PeriodSums = {
  billed: 1_000_00,
  cancelled: 0,
  waived: 0,
  collectedByPeriodEnd: 400_00,
  collectedToNow: 400_00,
};
const arrears: ArrearsSums = { opening: 500_00, cancelled: 60_00, waived: 40_00, recovered: 100_00 };

/** Sums as bills can have them: nothing is collected beyond what is receivable. */
const period: fc.Arbitrary<PeriodSums> = fc
  .tuple(fc.nat(10 ** 12), fc.nat(10 ** 12), fc.nat(10 ** 12), fc.nat(10 ** 12))
  .map(([collectedByPeriodEnd, later, open, off]) => ({
    billed: collectedByPeriodEnd + later + open + off,
    cancelled: Math.floor(off / 3),
    waived: off - Math.floor(off / 3),
    collectedByPeriodEnd,
    collectedToNow: collectedByPeriodEnd + later,
  }));
const old: fc.Arbitrary<ArrearsSums> = period.map(({ billed, cancelled, waived, collectedToNow }) => ({
  opening: billed,
  cancelled,
  waived,
  recovered: collectedToNow,
}));

describe("one period", () => {
  it("has its receivable before and after waivers", () => {
    expect(receivableBeforeWaivers(october)).toBe(900_00);
    expect(receivable(october)).toBe(850_00);
  });

  it("has a rate at its end, and one as of now, over the same receivable", () => {
    expect(currentCollectionRate(october)).toEqual({ numerator: 680_00, denominator: 850_00 });
    expect(collectionRateAsOfNow(october)).toEqual({ numerator: 765_00, denominator: 850_00 });
  });

  it("has no rate when nothing is receivable", () => {
    const waived = { billed: 5, cancelled: 2, waived: 3, collectedByPeriodEnd: 0, collectedToNow: 0 };
    expect(currentCollectionRate(waived)).toBeNull();
    expect(collectionRateAsOfNow(waived)).toBeNull();
    expect(yearToDateCollectionRate([waived])).toBeNull();
  });

  it("does not take a waiver for money: waiving all that is open makes 100 %, at the same money", () => {
    fc.assert(
      fc.property(period, (sums) => {
        const open = receivable(sums) - sums.collectedToNow;
        const forgiven = collectionRateAsOfNow({ ...sums, waived: sums.waived + open });
        if (sums.collectedToNow === 0) expect(forgiven).toBeNull();
        else {
          expect(forgiven).toEqual({ numerator: sums.collectedToNow, denominator: sums.collectedToNow });
        }
      }),
    );
  });

  it("stays within 0 and 100 % and does not fall after the period's end", () => {
    fc.assert(
      fc.property(period, (sums) => {
        const [then, now] = [currentCollectionRate(sums), collectionRateAsOfNow(sums)];
        if (!then || !now) return;
        expect(then.numerator).toBeGreaterThanOrEqual(0);
        expect(now.numerator).toBeLessThanOrEqual(now.denominator);
        expect(compareRates(then, now)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it.each([0.5, Number.NaN, 2 ** 60])("refuses sums of %d fen", (billed) => {
    expect(() => currentCollectionRate({ ...october, billed })).toThrow(RangeError);
  });
});

describe("the year", () => {
  it("sums its periods so far, to now", () => {
    expect(yearToDateCollectionRate([october, november])).toEqual({
      numerator: 1_165_00,
      denominator: 1_850_00,
    });
    expect(yearToDateCollectionRate([])).toBeNull();
  });

  it("does not depend on the order of its periods", () => {
    fc.assert(
      fc.property(fc.array(period, { maxLength: 12 }), (periods) => {
        expect(yearToDateCollectionRate(periods.toReversed())).toEqual(yearToDateCollectionRate(periods));
      }),
    );
  });
});

describe("arrears", () => {
  it("are recovered from what was outstanding, less what fell away since", () => {
    expect(arrearsRecoveryRate(arrears)).toEqual({ numerator: 100_00, denominator: 400_00 });
    expect(arrearsRecoveryRate({ opening: 0, cancelled: 0, waived: 0, recovered: 0 })).toBeNull();
  });

  it("never touch this year's rate", () => {
    expect(yearToDateCollectionRate([october])).toEqual({ numerator: 765_00, denominator: 850_00 });
    expect(overallCollectionRate(arrears, [october])).toEqual({ numerator: 865_00, denominator: 1_250_00 });
  });
});

describe("overall", () => {
  it("lies between arrears recovery and the year's rate", () => {
    fc.assert(
      fc.property(old, fc.array(period, { minLength: 1, maxLength: 12 }), (earlier, periods) => {
        const parts = [arrearsRecoveryRate(earlier), yearToDateCollectionRate(periods)];
        const overall = overallCollectionRate(earlier, periods);
        if (parts.includes(null)) return;
        const [low, high] = parts.toSorted((a, b) => compareRates(a, b));
        expect(compareRates(low ?? null, overall)).toBeLessThanOrEqual(0);
        expect(compareRates(overall, high ?? null)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe("households", () => {
  it("are settled ones ÷ billed ones", () => {
    expect(householdCollectionRate({ settled: 3, billed: 4 })).toEqual({ numerator: 3, denominator: 4 });
    expect(householdCollectionRate({ settled: 0, billed: 0 })).toBeNull();
    expect(() => householdCollectionRate({ settled: -1, billed: 4 })).toThrow(RangeError);
  });
});
