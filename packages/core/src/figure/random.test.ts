import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beta, gamma, normal, seededRandom, xoshiro128 } from "./random";

function moments(draw: () => number, draws = 40_000) {
  const values = Array.from({ length: draws }, draw);
  const mean = values.reduce((a, b) => a + b, 0) / draws;
  return { mean, variance: values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / draws };
}

describe("xoshiro128**", () => {
  it("gives the numbers of the reference implementation", () => {
    const next = xoshiro128([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, next)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
    const other = xoshiro128([0x964d4a0c, 0xd40ab895, 0xad7fdecb, 0x3006f0f0]);
    expect(Array.from({ length: 4 }, other)).toEqual([0xf1391922, 0x6fe53806, 0xa5be2840, 0xf510ee70]);
  });
});

describe("seededRandom", () => {
  it("repeats itself for the same seed and differs for another", () => {
    const first = (seed: string) => Array.from({ length: 5 }, seededRandom(seed));
    expect(first("a")).toEqual(first("a"));
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        fc.pre(a !== b);
        expect(first(a)).not.toEqual(first(b));
      }),
    );
  });

  it("lies strictly between 0 and 1, evenly", () => {
    const random = seededRandom("even");
    const { mean, variance } = moments(() => {
      const value = random();
      expect(value > 0 && value < 1).toBe(true);
      return value;
    });
    expect(mean).toBeCloseTo(1 / 2, 2);
    expect(variance).toBeCloseTo(1 / 12, 2);
  });
});

describe("deviates", () => {
  it("normal has mean 0 and variance 1", () => {
    const random = seededRandom("normal");
    const { mean, variance } = moments(() => normal(random));
    expect(Math.abs(mean)).toBeLessThan(0.02);
    expect(Math.abs(variance - 1)).toBeLessThan(0.03);
  });

  it.each([0.1, 0.5, 1, 2.5, 40, 1000])("gamma of shape %d has mean and variance %d", (shape) => {
    const random = seededRandom(`gamma ${shape}`);
    const { mean, variance } = moments(() => gamma(random, shape));
    // five standard errors of the mean; the variance of a gamma sample spreads wider
    expect(Math.abs(mean - shape)).toBeLessThan(5 * Math.sqrt(shape / 40_000));
    expect(Math.abs(variance / shape - 1)).toBeLessThan(shape < 1 ? 0.15 : 0.06);
  });

  it.each([
    [1, 1],
    [0.5, 0.5],
    [84.5, 20.5],
    [3, 400],
  ])("beta of %d and %d has its mean and variance", (a, b) => {
    const random = seededRandom(`beta ${a} ${b}`);
    const { mean, variance } = moments(() => beta(random, a, b));
    const expected = (a * b) / ((a + b) ** 2 * (a + b + 1));
    expect(Math.abs(mean - a / (a + b))).toBeLessThan(5 * Math.sqrt(expected / 40_000));
    expect(Math.abs(variance / expected - 1)).toBeLessThan(0.06);
  });

  it("beta of tiny shapes falls to 0 or 1 in proportion", () => {
    const random = seededRandom("tiny");
    const { mean } = moments(() => beta(random, 3e-5, 1e-5), 4000);
    expect(mean).toBeGreaterThan(0.7);
    expect(mean).toBeLessThan(0.8);
  });

  it.each([0, -1, Number.NaN])("gamma refuses the shape %d", (shape) => {
    expect(() => gamma(seededRandom(""), shape)).toThrow(RangeError);
  });
});
