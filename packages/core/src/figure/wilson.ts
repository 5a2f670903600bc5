import { assertCount } from "./rate";

/** Bounds of a proportion, each from 0 to 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The 97.5 % point of the normal distribution, as figures.md fixes it. */
const Z = 1.959964;

/**
 * Answers a sample of `n` out of `population` is worth if the population were endless:
 * n* = n(N−1)/(N−n), from the finite-population correction (Cochran, Sampling Techniques, 3rd ed. 1977,
 * §2.6). Endless when all were asked. A population smaller than its own sample says nothing and is left out.
 */
export function effectiveSize(n: number, population: number): number {
  if (population < n) return n;
  if (population === n) return Number.POSITIVE_INFINITY;
  return (n * (population - 1)) / (population - n);
}

/**
 * Wilson's 95 % score interval of successes ÷ n, null without answers. `population` (households of the one
 * project described by itself) narrows it; leave it out in comparisons.
 * Source: E. B. Wilson, JASA 22 (1927) 209–212; the form of figures.md.
 * @throws RangeError unless 0 ≤ successes ≤ n are whole numbers.
 */
export function wilson(successes: number, n: number, population?: number): Interval | null {
  assertCount(successes);
  assertCount(n);
  if (population !== undefined) assertCount(population);
  if (successes > n) throw new RangeError(`more successes than answers: ${successes} of ${n}`);
  if (n === 0) return null;
  const p = successes / n;
  const size = population === undefined ? n : effectiveSize(n, population);
  if (size === Number.POSITIVE_INFINITY) return { low: p, high: p };
  const scale = 1 + (Z * Z) / size;
  const centre = (p + (Z * Z) / (2 * size)) / scale;
  const half = (Z / scale) * Math.sqrt((p * (1 - p)) / size + (Z * Z) / (4 * size * size));
  // the formula ends exactly at the edge there; floating point may not
  return {
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === n ? 1 : Math.min(1, centre + half),
  };
}

/**
 * Answers needed so that any proportion is known to ± `margin` (0.05 for 5 points) with 95 %:
 * n0 = 1.96²·0.25/e², n = n0/(1+(n0−1)/N), rounded up; without a population n0, rounded up.
 * Source: Cochran, Sampling Techniques, 3rd ed. 1977, §4.4; the form of figures.md. Computed in whole
 * numbers, so that rounding up never adds one by floating point; the margin counts to a millionth.
 * @throws RangeError unless 0 < margin < 1 and the population is a count.
 */
export function sampleSize(margin: number, population?: number): number {
  const e = BigInt(Math.round((margin > 0 && margin < 1 ? margin : 0) * 1e6));
  if (e === 0n) throw new RangeError(`margin must lie between 0 and 1: ${margin}`);
  const e2 = e * e;
  const n0 = 960_400_000_000n; // 1.96² · 0.25 · 10¹², to be divided by e²
  if (population === undefined) return Number((n0 + e2 - 1n) / e2);
  assertCount(population);
  if (population === 0) return 0;
  const size = BigInt(population);
  const denominator = size * e2 + n0 - e2;
  return Number((n0 * size + denominator - 1n) / denominator);
}
