import { dimensionScore, type Histogram, score, validAnswers } from "./histogram";
import { assertCount, compareRates, exactSum, type Rate } from "./rate";

/** Answers from which drivers are shown (figures.md, Satisfaction, Drivers). */
export const DRIVERS_FROM = 30;

/**
 * Households by their two answers: `joint[i][j]` gave a dimension i + 1 and the overall question j + 1.
 * Who left out either is in none.
 */
export type JointHistogram = readonly [Histogram, Histogram, Histogram, Histogram, Histogram];

/**
 * strength 优势区: important and well done; improve 改进区: important, not well done; maintain 维持区: well
 * done, less important; opportunity 机会区: neither.
 */
export const quadrants = ["strength", "improve", "maintain", "opportunity"] as const;
export type Quadrant = (typeof quadrants)[number];

/** What drivers are computed from: a dimension's own answers, and those beside the overall answer. */
export interface Dimension<D extends string = string> {
  readonly dimension: D;
  readonly histogram: Histogram;
  readonly joint: JointHistogram;
}

/** How a dimension goes with the overall answer: a correlation, never a cause. */
export interface Driver<D extends string = string> {
  readonly dimension: D;
  /** Households that answered both questions. */
  readonly pairs: number;
  /** Spearman's correlation with the overall answer; null below 30 pairs or where all answers are alike. */
  readonly importance: number | null;
  /** The dimension's score, as everywhere. */
  readonly performance: Rate | null;
  readonly quadrant: Quadrant | null;
}

/** Twice the mid-rank of each class of tied values, less twice the mean rank: whole numbers around 0. */
function centredRanks(counts: readonly number[]): number[] {
  const n = exactSum(counts);
  let below = 0;
  return counts.map((count) => {
    const rank = 2 * below + count - n;
    below += count;
    return rank;
  });
}

/**
 * Spearman's rank correlation of a cross table, ties by mid-ranks: Pearson's correlation of the ranks, from
 * −1 to 1; null where one side never differs.
 * Source: C. Spearman, Am. J. Psychol. 15 (1904) 72–101; ties: M. G. Kendall, Biometrika 33 (1945) 239–251.
 * @throws RangeError for what is not a count.
 */
export function spearman(table: readonly (readonly number[])[]): number | null {
  for (const count of table.flat()) assertCount(count);
  const rowSums = table.map(exactSum);
  const columnSums = (table[0] ?? []).map((_, column) => exactSum(table.map((row) => row[column] ?? 0)));
  const [x, y] = [centredRanks(rowSums), centredRanks(columnSums)];
  const squares = (sums: number[], ranks: number[]) =>
    sums.reduce((sum, count, at) => sum + count * (ranks[at] ?? 0) ** 2, 0);
  const [xx, yy] = [squares(rowSums, x), squares(columnSums, y)];
  if (xx === 0 || yy === 0) return null;
  const xy = table.reduce(
    (sum, row, at) => sum + (x[at] ?? 0) * row.reduce((inner, count, to) => inner + count * (y[to] ?? 0), 0),
    0,
  );
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}

/** Spearman's correlation of pairs of any numbers, as `spearman` of their cross table. */
export function spearmanOfPairs(pairs: readonly (readonly [number, number])[]): number | null {
  const classes = (side: 0 | 1) => {
    const values = [...new Set(pairs.map((pair) => pair[side]))].sort((a, b) => a - b);
    return new Map(values.map((value, at) => [value, at]));
  };
  const [rows, columns] = [classes(0), classes(1)];
  const table = Array.from(rows, () => new Array<number>(columns.size).fill(0));
  for (const [x, y] of pairs) {
    const row = table[rows.get(x) ?? -1];
    const column = columns.get(y) ?? -1;
    if (row) row[column] = (row[column] ?? 0) + 1;
  }
  return spearman(table);
}

/**
 * Drivers of satisfaction: each dimension's importance (correlation with the overall answer) against its
 * performance (its score), from 30 answers to both, in four quadrants parted at the mean of either over
 * the dimensions that have both; what lies on a mean is on its upper side (figures.md, Satisfaction).
 * Source: importance–performance analysis, J. A. Martilla & J. C. James, J. Marketing 41 (1977) 77–79.
 */
export function drivers<D extends string>(dimensions: readonly Dimension<D>[]): Driver<D>[] {
  const importances = dimensions.map(({ joint }) => (pairsOf(joint) < DRIVERS_FROM ? null : spearman(joint)));
  const known = importances.filter((one) => one !== null);
  const meanImportance = known.reduce((sum, one) => sum + one, 0) / known.length;
  const placed = dimensions.filter((_, at) => importances[at] !== null);
  const meanScore = dimensionScore(Object.fromEntries(placed.map((one) => [one.dimension, one.histogram])));
  return dimensions.map(({ dimension, histogram, joint }, at) => {
    const importance = importances[at] ?? null;
    const performance = score(histogram);
    const unplaced = importance === null || performance === null || meanScore === null;
    // a mean of equal doubles may come out a trifle above them
    const important = importance !== null && importance >= meanImportance - 1e-12;
    const quadrant = unplaced ? null : quadrantOf(important, compareRates(performance, meanScore) >= 0);
    return { dimension, pairs: pairsOf(joint), importance, performance, quadrant };
  });
}

function pairsOf(joint: JointHistogram): number {
  return exactSum(joint.map(validAnswers));
}

function quadrantOf(important: boolean, well: boolean): Quadrant {
  if (important) return well ? "strength" : "improve";
  return well ? "maintain" : "opportunity";
}
