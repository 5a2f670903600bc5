import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Histogram } from "./histogram";
import { drivers, type JointHistogram, spearman, spearmanOfPairs } from "./spearman";

const count = fc.nat(30);
const five: fc.Arbitrary<Histogram> = fc.tuple(count, count, count, count, count);
const joint: fc.Arbitrary<JointHistogram> = fc.tuple(five, five, five, five, five);
const number = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ min: -1e6, max: 1e6, noNaN: true }));
const pairs = fc.array(fc.tuple(number, number), { maxLength: 40 });

/** Pearson's correlation of mid-ranks, the long way: a rank is what lies below and half of the ties. */
function byRanks(given: readonly (readonly [number, number])[]): number {
  const ranks = (side: 0 | 1) =>
    given.map(
      (one) =>
        given.filter((other) => other[side] < one[side]).length +
        given.filter((other) => other[side] === one[side]).length / 2 -
        given.length / 2,
    );
  const [x, y] = [ranks(0), ranks(1)];
  const product = (a: number[], b: number[]) => a.reduce((sum, one, at) => sum + one * (b[at] ?? 0), 0);
  return product(x, y) / Math.sqrt(product(x, x) * product(y, y));
}

const turned = (table: JointHistogram) => [0, 1, 2, 3, 4].map((at) => table.map((row) => row[at] ?? 0));

describe("spearman", () => {
  it("agrees with published and independently computed values", () => {
    const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
    const quotients = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
    expect(spearmanOfPairs(quotients.map((one, at) => [one, hours[at] ?? 0]))).toBeCloseTo(-29 / 165, 12);
    expect(
      spearmanOfPairs([
        [1, 1],
        [2, 3],
        [2, 2],
        [3, 4],
      ]),
    ).toBeCloseTo(0.9486832980505139, 12);
    // scipy.stats.spearmanr 1.17 of the same 120 pairs
    const answers = [
      [3, 1, 0, 0, 0],
      [1, 4, 2, 0, 1],
      [0, 3, 9, 5, 1],
      [0, 0, 6, 21, 12],
      [1, 0, 2, 15, 33],
    ];
    expect(spearman(answers)).toBeCloseTo(0.6258792230054759, 12);
  });

  it("does not exist where one side never differs, or without pairs", () => {
    expect(spearmanOfPairs([])).toBeNull();
    expect(spearmanOfPairs([[1, 2]])).toBeNull();
    expect(spearman([[1, 2, 3]])).toBeNull();
    expect(spearman([])).toBeNull();
    expect(
      spearman([
        [4, 0],
        [9, 0],
      ]),
    ).toBeNull();
  });

  it("refuses what is not a count", () => {
    expect(() => spearman([[1, -1]])).toThrow(RangeError);
    expect(() => spearman([[0.5]])).toThrow(RangeError);
  });

  it("is Pearson's correlation of mid-ranks, between −1 and 1", () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const value = spearmanOfPairs(given);
        expect(value === null).toBe(Number.isNaN(byRanks(given)));
        if (value === null) return;
        expect(value).toBeCloseTo(byRanks(given), 10);
        expect(Math.abs(value)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("is 1 for any rising pairs and −1 for falling ones", () => {
    fc.assert(
      fc.property(fc.uniqueArray(number, { minLength: 2, maxLength: 40 }), (values) => {
        const sorted = values.toSorted((a, b) => a - b);
        fc.pre(new Set(sorted.map((one) => one + 0)).size === sorted.length);
        expect(spearmanOfPairs(sorted.map((one, at) => [one, at ** 3]))).toBeCloseTo(1, 12);
        expect(spearmanOfPairs(sorted.map((one, at) => [one, -at]))).toBeCloseTo(-1, 12);
      }),
    );
  });

  it("does not change with the order of the questions, and turns its sign with the scale", () => {
    fc.assert(
      fc.property(joint, (table) => {
        const value = spearman(table);
        if (value === null) return;
        expect(spearman(turned(table))).toBeCloseTo(value, 12);
        expect(spearman(table.toReversed())).toBeCloseTo(-value, 12);
        expect(spearman(table.map((row) => row.map((one) => one * 7)))).toBeCloseTo(value, 12);
      }),
    );
  });

  it("holds for a million households", () => {
    const one = [
      [300_000, 100_000],
      [200_000, 400_000],
    ];
    expect(spearman(one)).toBeCloseTo(10 / Math.sqrt(4 * 6 * 5 * 5), 12);
  });
});

describe("drivers", () => {
  const none: Histogram = [0, 0, 0, 0, 0];
  const strong: JointHistogram = [none, [0, 10, 0, 0, 0], none, [0, 0, 0, 10, 0], [0, 0, 0, 0, 10]];
  const weak: JointHistogram = [none, [0, 4, 0, 3, 3], none, [0, 3, 0, 4, 3], [0, 3, 0, 3, 4]];
  const high: Histogram = [0, 0, 0, 5, 40];
  const low: Histogram = [20, 20, 5, 0, 0];

  it("fall into four quadrants", () => {
    const found = drivers([
      { dimension: "security", histogram: high, joint: strong },
      { dimension: "engineering", histogram: low, joint: strong },
      { dimension: "greening", histogram: high, joint: weak },
      { dimension: "fees", histogram: low, joint: weak },
    ]);
    expect(found.map((one) => one.quadrant)).toEqual(["strength", "improve", "maintain", "opportunity"]);
    expect(found[0]?.importance).toBe(1);
    expect(found[0]?.performance).toEqual({ numerator: 20 * 220, denominator: 45 });
    expect(found[0]?.pairs).toBe(30);
  });

  it("are told from 30 answers, and by those dimensions alone", () => {
    const few: JointHistogram = [none, [0, 9, 0, 0, 0], none, [0, 0, 0, 10, 0], [0, 0, 0, 0, 10]];
    const [first, second] = drivers([
      { dimension: "security", histogram: low, joint: few },
      { dimension: "fees", histogram: high, joint: weak },
    ]);
    expect(first).toEqual({
      dimension: "security",
      pairs: 29,
      importance: null,
      performance: { numerator: 20 * 75, denominator: 45 },
      quadrant: null,
    });
    expect(second?.quadrant).toBe("strength");
  });

  it("leave out a dimension whose answers never differ", () => {
    const alike: JointHistogram = [none, none, none, none, [0, 20, 0, 20, 20]];
    const [only] = drivers([{ dimension: "cleaning", histogram: high, joint: alike }]);
    expect([only?.importance, only?.quadrant]).toEqual([null, null]);
    expect(drivers([])).toEqual([]);
  });

  it("of equal dimensions all lie on the upper sides of the means", () => {
    fc.assert(
      fc.property(joint, five, fc.integer({ min: 1, max: 9 }), (table, histogram, dimensions) => {
        const same = Array.from({ length: dimensions }, (_, at) => ({
          dimension: `d${at}`,
          histogram,
          joint: table,
        }));
        const quadrants = new Set(drivers(same).map((one) => one.quadrant));
        expect(quadrants.size).toBe(1);
        expect(quadrants.has("strength") || quadrants.has(null)).toBe(true);
      }),
    );
  });
});
