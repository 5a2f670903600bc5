import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { effectiveSize, sampleSize, wilson } from "./wilson";

const shown = (interval: { low: number; high: number } | null) =>
  interval && `${(interval.low * 100).toFixed(1)}–${(interval.high * 100).toFixed(1)}`;

const sample = fc
  .integer({ min: 1, max: 5000 })
  .chain((n) => fc.record({ n: fc.constant(n), k: fc.integer({ min: 0, max: n }) }));

const inside = ({ n, k }: { n: number; k: number }, population?: number) => {
  const interval = wilson(k, n, population);
  if (!interval) throw new Error("no interval");
  return interval;
};

describe("wilson", () => {
  it.each([
    [24, 30, undefined, "62.7–90.5"],
    [80, 100, undefined, "71.1–86.7"],
    [80, 100, 500, "72.1–86.1"],
    [5, 5, undefined, "56.6–100.0"],
  ])("%d of %d (population %s) is %s %%", (k, n, population, text) => {
    expect(shown(wilson(k, n, population))).toBe(text);
  });

  it("has no interval without answers, even if nobody could answer", () => {
    expect(wilson(0, 0)).toBeNull();
    expect(wilson(0, 0, 0)).toBeNull();
  });

  it("is the point itself when all households answered", () => {
    expect(wilson(3, 4, 4)).toEqual({ low: 0.75, high: 0.75 });
    expect(wilson(1, 1, 1)).toEqual({ low: 1, high: 1 });
  });

  it("does not use a population that is smaller than the sample", () => {
    expect(wilson(3, 10, 9)).toEqual(wilson(3, 10));
  });

  it.each([
    [6, 5],
    [-1, 5],
    [1.5, 5],
    [1, Number.NaN],
  ])("refuses %d of %d", (k, n) => {
    expect(() => wilson(k, n)).toThrow(RangeError);
  });

  it("stays within 0 and 1 and holds the proportion", () => {
    fc.assert(
      fc.property(sample, (one) => {
        const { low, high } = inside(one);
        const p = one.k / one.n;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(p);
        expect(high).toBeGreaterThanOrEqual(p);
        expect(high).toBeGreaterThan(low);
      }),
    );
  });

  it("mirrors when satisfied and not satisfied change places", () => {
    fc.assert(
      fc.property(sample, ({ n, k }) => {
        const there = inside({ n, k });
        const back = inside({ n, k: n - k });
        expect(there.low).toBeCloseTo(1 - back.high, 12);
      }),
    );
  });

  it("rises with every satisfied answer", () => {
    fc.assert(
      fc.property(sample, ({ n, k }) => {
        fc.pre(k < n);
        const [less, more] = [inside({ n, k }), inside({ n, k: k + 1 })];
        expect(more.low).toBeGreaterThan(less.low);
        expect(more.high).toBeGreaterThan(less.high);
      }),
    );
  });

  it("narrows with more answers of the same proportion", () => {
    fc.assert(
      fc.property(sample, fc.integer({ min: 2, max: 9 }), ({ n, k }, times) => {
        const [few, many] = [inside({ n, k }), inside({ n: n * times, k: k * times })];
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
    );
  });

  it("narrows as the population shrinks to the sample, and is the plain one for an endless population", () => {
    fc.assert(
      fc.property(sample, fc.integer({ min: 1, max: 1000 }), (one, extra) => {
        const width = (population?: number) => {
          const { low, high } = inside(one, population);
          return high - low;
        };
        expect(width(one.n + extra)).toBeLessThanOrEqual(width(one.n + 2 * extra));
        expect(width(one.n + 2 * extra)).toBeLessThanOrEqual(width() + 1e-12);
        expect(width(10 ** 15)).toBeCloseTo(width(), 9);
      }),
    );
  });
});

describe("effectiveSize", () => {
  it("is n(N−1)/(N−n)", () => {
    expect(effectiveSize(100, 500)).toBe(124.75);
    expect(effectiveSize(1, 500)).toBe(1);
    expect(effectiveSize(500, 500)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("sampleSize", () => {
  it.each([
    [300, 169],
    [500, 218],
    [1000, 278],
    [2000, 323],
    [5000, 357],
    [1, 1],
    [0, 0],
    [undefined, 385],
  ])("±5 %% of %s households takes %d", (population, n) => {
    expect(sampleSize(0.05, population)).toBe(n);
  });

  it.each([0, 1, -0.05, Number.NaN])("refuses a margin of %d", (margin) => {
    expect(() => sampleSize(margin, 100)).toThrow(RangeError);
  });

  it("never asks for more than there are, nor for fewer in a larger population", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** 6 }),
        fc.integer({ min: 1, max: 50 }),
        (population, percent) => {
          const n = sampleSize(percent / 100, population);
          expect(n).toBeGreaterThanOrEqual(1);
          expect(n).toBeLessThanOrEqual(population);
          expect(sampleSize(percent / 100, population + 1)).toBeGreaterThanOrEqual(n);
          expect(sampleSize(percent / 100)).toBeGreaterThanOrEqual(n);
        },
      ),
    );
  });
});
