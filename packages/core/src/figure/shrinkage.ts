import { beta, seededRandom } from "./random";
import { assertCount, exactSum } from "./rate";
import { isRanked } from "./suppression";

/** Satisfied answers k of n answers of one project. */
export interface Sample {
  readonly satisfied: number;
  readonly answers: number;
}

/** What is known of projects in general: their mean, and the answers that knowledge is worth. */
export interface Prior {
  readonly mean: number;
  readonly strength: number;
}

/** Ranks from the best to the worst, 1 being the first. */
export interface RankRange {
  readonly best: number;
  readonly worst: number;
}

/** A project's place in a comparison. */
export interface Comparison {
  readonly id: string;
  /** The satisfied rate shrunk towards the tenant's mean, an estimate; null without answers. */
  readonly shrunk: number | null;
  /** 1 is best; equals share a rank; null below 30 answers. */
  readonly rank: number | null;
  /** Where the rank lies with 95 %; holds the rank itself. */
  readonly range: RankRange | null;
}

type Named = Sample & { readonly id: string };

/** Strength m of the prior where it cannot be estimated (figures.md, Satisfaction, Comparison). */
export const DEFAULT_STRENGTH = 30;

function check({ satisfied, answers }: Sample): void {
  assertCount(satisfied);
  assertCount(answers);
  if (satisfied > answers) throw new RangeError(`more satisfied than answers: ${satisfied} of ${answers}`);
}

/**
 * The tenant's mean p̄ = Σk ÷ Σn, and m from the spread between projects: by the method of moments of the
 * beta-binomial, with S = Σ n(p − p̄)² over K projects, the correlation between answers of one project is
 * γ = (S/p̄(1−p̄) − (K−1)) / (N − Σn²/N − (K−1)), and m = (1−γ)/γ. m is 30 where this gives no number
 * above 0: one project, all alike, or a spread no wider than chance. null without any answers.
 * Source: J. C. Kleinman, JASA 68 (1973) 46–54, with weights n.
 * @throws RangeError for what is not k of n.
 */
export function estimatePrior(samples: readonly Sample[]): Prior | null {
  for (const sample of samples) check(sample);
  // in one order always, so that floating sums do not hang on the order given
  const answered = samples
    .filter((one) => one.answers > 0)
    .sort((a, b) => a.answers - b.answers || a.satisfied - b.satisfied);
  const n = exactSum(answered.map((one) => one.answers));
  if (n === 0) return null;
  const mean = exactSum(answered.map((one) => one.satisfied)) / n;
  const spread = answered.reduce(
    (sum, one) => sum + one.answers * (one.satisfied / one.answers - mean) ** 2,
    0,
  );
  const squares = answered.reduce((sum, one) => sum + (one.answers / n) * one.answers, 0);
  const freedom = answered.length - 1;
  const correlation = (spread / (mean * (1 - mean)) - freedom) / (n - squares - freedom);
  const strength = (1 - correlation) / correlation;
  return { mean, strength: strength > 0 && Number.isFinite(strength) ? strength : DEFAULT_STRENGTH };
}

/** (k + m·p̄)/(n + m) (figures.md, Satisfaction, Comparison): the mean of the Beta posterior. */
export function shrink(sample: Sample, prior: Prior): number {
  check(sample);
  return (sample.satisfied + prior.strength * prior.mean) / (sample.answers + prior.strength);
}

/** How many of the values, sorted upwards, are greater. */
function greater(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return sorted.length - low;
}

/** Least rank at or above which lies so much of the draws; `counts[r]` draws gave rank r + 1. */
function quantile(counts: Int32Array, part: number): number {
  const wanted = part * counts.reduce((a, b) => a + b, 0);
  let rank = 0;
  for (let sum = 0; rank < counts.length && sum < wanted; rank++) sum += counts[rank] ?? 0;
  return rank;
}

function drawsOf(project: Named, { mean, strength }: Prior, seed: string, draws: number): Float64Array {
  // each project has its own numbers, so that its draws do not hang on who else is compared
  const random = seededRandom(`${seed}\n${project.id}`);
  const a = project.satisfied + strength * mean;
  const b = project.answers - project.satisfied + strength * (1 - mean);
  return Float64Array.from({ length: draws }, () => beta(random, a, b));
}

/** The mean drawn in by half an answer where all are alike (Jeffreys), since such a prior leaves no chance. */
function proper(prior: Prior, projects: readonly Named[]): Prior {
  if (prior.mean > 0 && prior.mean < 1) return prior;
  const n = exactSum(projects.map((one) => one.answers));
  return { ...prior, mean: (prior.mean * n + 0.5) / (n + 1) };
}

/**
 * Range of each project's rank (1 is best) that holds 95 % of joint draws from the Beta posteriors.
 * Source: H. Goldstein & D. J. Spiegelhalter, J. R. Statist. Soc. A 159 (1996) 385–443.
 */
function rankRanges(projects: readonly Named[], prior: Prior, seed: string, draws: number): RankRange[] {
  const drawn = projects.map((one) => drawsOf(one, proper(prior, projects), seed, draws));
  const counts = projects.map(() => new Int32Array(projects.length));
  for (let draw = 0; draw < draws; draw++) {
    const values = Float64Array.from(drawn, (own) => own[draw] ?? 0);
    const sorted = values.toSorted();
    counts.forEach((own, index) => {
      const rank = greater(sorted, values[index] ?? 0);
      own[rank] = (own[rank] ?? 0) + 1;
    });
  }
  return counts.map((own) => ({ best: quantile(own, 0.025), worst: quantile(own, 0.975) }));
}

/**
 * Projects side by side: each shrunk towards the tenant's mean, its rank from 30 answers, and the 95 %
 * range of its rank, simulated from the posteriors (figures.md, Satisfaction, Comparison). The mean and m
 * come from all projects that have answers. The same seed gives the same ranges, in whatever order the
 * projects come.
 * @throws RangeError for what is not k of n, and for an id that comes twice.
 */
export function compareProjects(projects: readonly Named[], seed: string, draws = 2000): Comparison[] {
  if (new Set(projects.map((one) => one.id)).size < projects.length) throw new RangeError("an id twice");
  const prior = estimatePrior(projects);
  if (!prior) return projects.map(({ id }) => ({ id, shrunk: null, rank: null, range: null }));
  const ranked = projects.filter((one) => isRanked(one.answers));
  const values = ranked.map((one) => shrink(one, prior));
  const ranges = new Map(
    rankRanges(ranked, prior, seed, draws).map((range, index) => [ranked[index]?.id, range]),
  );
  return projects.map((project) => {
    if (project.answers === 0) return { id: project.id, shrunk: null, rank: null, range: null };
    const shrunk = shrink(project, prior);
    const range = ranges.get(project.id);
    if (!range) return { id: project.id, shrunk, rank: null, range: null };
    const rank = 1 + values.filter((other) => other > shrunk).length;
    const holding = { best: Math.min(rank, range.best), worst: Math.max(rank, range.worst) };
    return { id: project.id, shrunk, rank, range: holding };
  });
}
