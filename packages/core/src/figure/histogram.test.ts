import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dimensionScore,
  EMPTY_HISTOGRAM,
  type Histogram,
  histogramOf,
  mergeHistograms,
  responseRate,
  satisfiedRate,
  score,
  validAnswers,
  withAnswer,
} from "./histogram";
import { compareRates, formatDecimal, formatPercent, toNumber } from "./rate";

const count = fc.integer({ min: 0, max: 10 ** 6 });
const histogram: fc.Arbitrary<Histogram> = fc.tuple(count, count, count, count, count);
const answered = histogram.filter((one) => validAnswers(one) > 0);
const answers = fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { maxLength: 60 });

describe("histogram", () => {
  it("counts answers and leaves out what is not applicable", () => {
    expect(histogramOf([5, 4, null, 1, 5, 3, null])).toEqual([1, 0, 1, 1, 2]);
    expect(histogramOf([])).toEqual(EMPTY_HISTOGRAM);
  });

  it.each([0, 6, 2.5, -1, Number.NaN])("refuses the answer %d", (answer) => {
    expect(() => histogramOf([answer])).toThrow(RangeError);
  });

  it("takes an answer back, but never one that was not given", () => {
    expect(withAnswer([0, 0, 0, 1, 2], 5, -1)).toEqual([0, 0, 0, 1, 1]);
    expect(withAnswer([0, 0, 0, 1, 2], null, -1)).toEqual([0, 0, 0, 1, 2]);
    expect(() => withAnswer([0, 0, 0, 1, 2], 1, -1)).toThrow(RangeError);
  });

  it("is the same merged in any order and in any split", () => {
    fc.assert(
      fc.property(answers, answers, answers, (a, b, c) => {
        const parts = [histogramOf(a), histogramOf(b), histogramOf(c)];
        const whole = histogramOf([...c, ...a, ...b]);
        expect(mergeHistograms(parts)).toEqual(whole);
        expect(mergeHistograms([mergeHistograms(parts.slice(0, 2)), ...parts.slice(2)])).toEqual(whole);
      }),
    );
    expect(mergeHistograms([])).toEqual(EMPTY_HISTOGRAM);
  });
});

describe("satisfied rate and score", () => {
  it("are two figures: top two boxes, and mean × 20", () => {
    const given: Histogram = [1, 1, 2, 3, 3];
    expect(satisfiedRate(given)).toEqual({ numerator: 6, denominator: 10 });
    expect(formatPercent(satisfiedRate(given))).toBe("60.0%");
    expect(score(given)).toEqual({ numerator: 720, denominator: 10 });
    expect(formatDecimal(score(given))).toBe("72.0");
  });

  it("do not exist without answers", () => {
    expect(satisfiedRate(EMPTY_HISTOGRAM)).toBeNull();
    expect(score(EMPTY_HISTOGRAM)).toBeNull();
  });

  it("lie between 0 and 100 %, and between 20 and 100", () => {
    fc.assert(
      fc.property(answered, (one) => {
        const satisfied = toNumber(satisfiedRate(one) ?? { numerator: -1, denominator: 1 });
        const points = toNumber(score(one) ?? { numerator: -1, denominator: 1 });
        expect(satisfied).toBeGreaterThanOrEqual(0);
        expect(satisfied).toBeLessThanOrEqual(1);
        expect(points).toBeGreaterThanOrEqual(20);
        expect(points).toBeLessThanOrEqual(100);
      }),
    );
  });

  it("never fall when an answer rises", () => {
    fc.assert(
      fc.property(answered, fc.integer({ min: 1, max: 4 }), (one, answer) => {
        fc.pre((one[answer - 1] ?? 0) > 0);
        const better = withAnswer(withAnswer(one, answer, -1), answer + 1);
        expect(compareRates(score(better), score(one))).toBe(1);
        expect(compareRates(satisfiedRate(better), satisfiedRate(one))).toBe(answer === 3 ? 1 : 0);
      }),
    );
  });

  it("of a merger lie between those of its parts", () => {
    fc.assert(
      fc.property(answered, answered, (a, b) => {
        for (const figure of [score, satisfiedRate]) {
          const [low, high] = [figure(a), figure(b)].toSorted((x, y) => compareRates(x, y));
          const both = figure(mergeHistograms([a, b]));
          expect(compareRates(low ?? null, both)).toBeLessThanOrEqual(0);
          expect(compareRates(both, high ?? null)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });
});

describe("dimensionScore", () => {
  const dimensions: Record<string, Histogram> = {
    cleaning: [0, 0, 0, 0, 10],
    fees: [0, 0, 5, 0, 0],
    greening: EMPTY_HISTOGRAM,
  };

  it("weighs answered dimensions alike, however many answers each has", () => {
    expect(dimensionScore(dimensions)).toEqual({ numerator: 80n, denominator: 1n });
  });

  it("uses weights only as the tenant gives them", () => {
    expect(dimensionScore(dimensions, { cleaning: 30, fees: 10, greening: 60 })).toEqual({
      numerator: 90n,
      denominator: 1n,
    });
    expect(dimensionScore(dimensions, { cleaning: 1 })).toEqual({ numerator: 100n, denominator: 1n });
    const oddlyNamed: Histogram = [1, 0, 0, 0, 0];
    expect(dimensionScore(Object.fromEntries([["constructor", oddlyNamed]]), {})).toBeNull();
  });

  it("does not exist when nothing that counts was answered", () => {
    expect(dimensionScore({})).toBeNull();
    expect(dimensionScore({ greening: EMPTY_HISTOGRAM })).toBeNull();
    expect(dimensionScore(dimensions, { greening: 1 })).toBeNull();
    expect(dimensionScore(dimensions, { cleaning: 0, fees: 0 })).toBeNull();
  });

  it.each([-1, 0.5])("refuses the weight %d", (weight) => {
    expect(() => dimensionScore(dimensions, { cleaning: weight })).toThrow(RangeError);
  });

  it("is exact for seven dimensions of a million answers, and within theirs", () => {
    fc.assert(
      fc.property(fc.array(answered, { minLength: 1, maxLength: 7 }), (all) => {
        const named = Object.fromEntries(all.map((one, index) => [`d${index}`, one]));
        const total = dimensionScore(named);
        const sorted = all.map(score).toSorted((a, b) => compareRates(a, b));
        expect(compareRates(sorted[0] ?? null, total)).toBeLessThanOrEqual(0);
        expect(compareRates(total, sorted.at(-1) ?? null)).toBeLessThanOrEqual(0);
        const alike = Object.fromEntries(Object.keys(named).map((name) => [name, 7]));
        expect(dimensionScore(named, alike)).toEqual(total);
        const mean = all.reduce(
          (sum, one) => sum + toNumber(score(one) ?? { numerator: 0, denominator: 1 }),
          0,
        );
        expect(toNumber(total ?? { numerator: 0, denominator: 1 })).toBeCloseTo(mean / all.length, 9);
      }),
    );
  });
});

describe("responseRate", () => {
  it("leaves undeliverable invitations out", () => {
    expect(responseRate({ answered: 40, invited: 100, undeliverable: 20 })).toEqual({
      numerator: 40,
      denominator: 80,
    });
    expect(responseRate({ answered: 0, invited: 20, undeliverable: 20 })).toBeNull();
  });
});
