import { assertCount, exactSum, type LongRate, type Rate, rate } from "./rate";

/** Answers 1, 2, 3, 4, 5 of one question, counted; "not applicable" is in none of them (figures.md). */
export type Histogram = readonly [number, number, number, number, number];

export const EMPTY_HISTOGRAM: Histogram = [0, 0, 0, 0, 0];

function map(change: (index: number) => number): Histogram {
  const counts: Histogram = [change(0), change(1), change(2), change(3), change(4)];
  for (const count of counts) assertCount(count);
  return counts;
}

/**
 * The histogram with `times` more answers of this value, or fewer when negative (an answer replaced by the
 * household's last one). null, "not applicable", changes nothing.
 * @throws RangeError for an answer that is not 1–5, or when a count would fall below 0.
 */
export function withAnswer(histogram: Histogram, answer: number | null, times = 1): Histogram {
  if (answer === null) return histogram;
  if (![1, 2, 3, 4, 5].includes(answer)) throw new RangeError(`not an answer from 1 to 5: ${answer}`);
  return map((index) => (histogram[index] ?? 0) + (index + 1 === answer ? times : 0));
}

/** Counts answers 1–5; null is "not applicable". @throws RangeError for any other answer. */
export function histogramOf(answers: Iterable<number | null>): Histogram {
  let histogram = EMPTY_HISTOGRAM;
  for (const answer of answers) histogram = withAnswer(histogram, answer);
  return histogram;
}

/** One histogram of all answers of several, such as of a dimension's questions or of all projects. */
export function mergeHistograms(histograms: Iterable<Histogram>): Histogram {
  const all = [...histograms];
  return map((index) => exactSum(all.map((one) => one[index] ?? 0)));
}

/** Number of valid answers, the denominator of the satisfied rate and the score. */
export function validAnswers(histogram: Histogram): number {
  return exactSum(histogram);
}

/** Answers 4 and 5. */
export function satisfiedAnswers(histogram: Histogram): number {
  return histogram[3] + histogram[4];
}

/** Satisfied rate 满意率: answers 4 and 5 ÷ valid answers (figures.md, Satisfaction: top two boxes). */
export function satisfiedRate(histogram: Histogram): Rate | null {
  return rate(satisfiedAnswers(histogram), validAnswers(histogram));
}

/**
 * Score 满意度得分: mean × 20, from 20 to 100 (figures.md, Satisfaction). The fraction is the score itself,
 * to be shown by `formatDecimal`, never as a percentage.
 */
export function score(histogram: Histogram): Rate | null {
  const points = exactSum(histogram.map((count, index) => count * (index + 1)));
  return rate(20 * points, validAnswers(histogram));
}

/**
 * Score over the dimensions: the mean of their scores, weighted only by the tenant's `weights` (whole
 * numbers, such as percent) where it has set them; only answered dimensions count (figures.md,
 * Satisfaction). A dimension the tenant's weights leave out weighs nothing. null when nothing counts.
 * @throws RangeError for a weight that is not a count.
 */
export function dimensionScore(
  dimensions: Readonly<Record<string, Histogram>>,
  weights?: Readonly<Record<string, number>>,
): LongRate | null {
  let sum: LongRate = { numerator: 0n, denominator: 1n };
  let weightSum = 0n;
  for (const [name, histogram] of Object.entries(dimensions)) {
    const own = score(histogram);
    const weight = weightOf(name, weights);
    if (own === null || weight === 0n) continue;
    weightSum += weight;
    sum = addWeighted(sum, own, weight);
  }
  return weightSum === 0n ? null : reduced(sum.numerator, sum.denominator * weightSum);
}

function weightOf(name: string, weights: Readonly<Record<string, number>> | undefined): bigint {
  if (!weights) return 1n;
  const weight = Object.hasOwn(weights, name) ? (weights[name] ?? 0) : 0;
  assertCount(weight);
  return BigInt(weight);
}

function addWeighted(sum: LongRate, own: Rate, weight: bigint): LongRate {
  const denominator = BigInt(own.denominator);
  return reduced(
    sum.numerator * denominator + weight * BigInt(own.numerator) * sum.denominator,
    sum.denominator * denominator,
  );
}

function reduced(numerator: bigint, denominator: bigint): LongRate {
  let [a, b] = [numerator, denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  return { numerator: numerator / a, denominator: denominator / a };
}

/**
 * Response rate: households that answered ÷ households invited and not undeliverable (figures.md,
 * Satisfaction).
 */
export function responseRate(households: {
  readonly answered: number;
  readonly invited: number;
  readonly undeliverable: number;
}): Rate | null {
  for (const count of Object.values(households)) assertCount(count);
  return rate(households.answered, households.invited - households.undeliverable);
}
