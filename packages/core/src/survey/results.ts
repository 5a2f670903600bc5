import * as z from "zod";
import type { Grid } from "../figure/grid";
import {
  dimensionScore,
  type Histogram,
  mergeHistograms,
  satisfiedAnswers,
  satisfiedRate,
  score,
  validAnswers,
} from "../figure/histogram";
import { toNumber } from "../figure/rate";
import { channels, dimensions, questions, type stages } from "../figure/sheet";
import { suppressGroups, type Visibility } from "../figure/suppression";
import { wilson } from "../figure/wilson";
import type { QuestionKey } from "./questionnaire";

/** An exact fraction; null where there is no denominator or it may not be shown. */
export const rateView = z.object({ numerator: z.int(), denominator: z.int() }).nullable();
const visibility = z.enum(["shown", "hidden", "empty"]);

/** One question's answers: hidden below five, and where they could be found by subtracting; then all is null. */
export const questionFigure = z.object({
  visibility,
  answers: z.int().nullable(),
  /** How many gave 1, 2, 3, 4, 5. */
  histogram: z.tuple([z.int(), z.int(), z.int(), z.int(), z.int()]).nullable(),
  notApplicable: z.int().nullable(),
  satisfied: rateView,
  /** Mean × 20. */
  score: rateView,
  /** Wilson, 95 %. */
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
});
export type QuestionFigure = z.output<typeof questionFigure>;

/** Every question by its key. */
export const questionFigures = z.record(z.enum(questions), questionFigure);

/** Answers of one question: counted 1–5, and "not applicable" beside them. */
export type Tally = { histogram: Histogram; notApplicable: number };
type Group = (typeof channels)[number] | (typeof stages)[number];

/** A question's answers by some channels or owner stages of a sheet, added up. */
export function tally(grid: Grid, question: QuestionKey, groups: readonly Group[] = channels): Tally {
  const rows = groups.map((group) => `${question}/${group}`);
  const sum = (column: string) => grid.sum(column, rows);
  return { histogram: [sum("1"), sum("2"), sum("3"), sum("4"), sum("5")], notApplicable: sum("na") };
}

/** Several tallies as one. */
export const addTallies = (tallies: readonly Tally[]): Tally => ({
  histogram: mergeHistograms(tallies.map(({ histogram }) => histogram)),
  notApplicable: tallies.reduce((sum, one) => sum + one.notApplicable, 0),
});

/**
 * A question's figure as far as it may be shown. `population`, the households asked, narrows the interval of a
 * project described by itself; it is left out in comparisons.
 */
export function figureOf(
  { histogram, notApplicable }: Tally,
  seen: Visibility,
  population?: number,
): QuestionFigure {
  const nothing = { histogram: null, notApplicable: null, satisfied: null, score: null, interval: null };
  if (seen !== "shown") return { visibility: seen, answers: seen === "empty" ? 0 : null, ...nothing };
  const answers = validAnswers(histogram);
  return {
    visibility: seen,
    answers,
    histogram: [...histogram],
    notApplicable,
    satisfied: satisfiedRate(histogram),
    score: score(histogram),
    interval: wilson(satisfiedAnswers(histogram), answers, population),
  };
}

/** What of one question may be shown over all projects of a campaign: decided once, for whoever looks. */
export const projectVisibility = (tallies: readonly Tally[]) =>
  suppressGroups(tallies.map(({ histogram }) => validAnswers(histogram)));

/** The parts of a total that may be shown beside it; none when the total itself is hidden. */
export function partFigures<G extends Group>(
  grid: Grid,
  question: QuestionKey,
  groups: readonly G[],
  total: Visibility,
): Record<G, QuestionFigure> {
  const tallies = groups.map((group) => tally(grid, question, [group]));
  const seen = projectVisibility(tallies).groups;
  const part = (index: number): Visibility =>
    total === "shown" || seen[index] === "empty" ? (seen[index] ?? "empty") : "hidden";
  const figures = groups.map(
    (group, index) => [group, figureOf(tallies[index] ?? none, part(index))] as const,
  );
  return Object.fromEntries(figures) as Record<G, QuestionFigure>;
}

const none: Tally = { histogram: [0, 0, 0, 0, 0], notApplicable: 0 };

/** The mean of the dimensions' scores, equally weighted; null while one that was answered may not be shown. */
export function dimensionMean(figures: Readonly<Record<QuestionKey, QuestionFigure>>): number | null {
  const own = dimensions.map((key) => [key, figures[key]] as const);
  if (own.some(([, { visibility: seen }]) => seen === "hidden")) return null;
  const histograms = own.flatMap(([key, { histogram }]) => (histogram ? [[key, histogram] as const] : []));
  const mean = dimensionScore(Object.fromEntries(histograms));
  return mean && toNumber(mean);
}
