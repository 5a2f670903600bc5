import * as z from "zod";
import type { Grid } from "../figure/grid";
import type { Histogram } from "../figure/histogram";
import { answerValues, dimensions } from "../figure/sheet";
import { DRIVERS_FROM, drivers, type JointHistogram, quadrants } from "../figure/spearman";
import type { QuestionKey } from "./questionnaire";
import { type QuestionFigure, rateView } from "./results";

type Dimension = (typeof dimensions)[number];

/**
 * How a dimension goes with the overall answer, a correlation and no cause. All but its name is null below 30
 * households that answered both, and where either question may not be shown.
 */
export const driverView = z.object({
  dimension: z.enum(dimensions),
  /** Households that answered both. */
  pairs: z.int().nullable(),
  /** Spearman's correlation, to two decimals: more would tell of single answers. Null too where all are alike. */
  importance: z.number().nullable(),
  /** The dimension's score. */
  performance: rateView,
  quadrant: z.enum(quadrants).nullable(),
});
export type DriverView = z.output<typeof driverView>;

/** Households by their answer to a dimension and to the overall question, over some projects. */
function jointOf(grids: readonly Grid[], dimension: Dimension): JointHistogram {
  const at = (own: string, overall: string) =>
    grids.reduce((sum, grid) => sum + grid.at(`${dimension}/${own}`, overall), 0);
  const row = (own: string): Histogram => {
    const [a, b, c, d, e] = answerValues;
    return [at(own, a), at(own, b), at(own, c), at(own, d), at(own, e)];
  };
  const [a, b, c, d, e] = answerValues;
  return [row(a), row(b), row(c), row(d), row(e)];
}

/** The drivers of some projects' satisfaction, from their grids and what of their questions may be shown. */
export function driversOf(
  grids: readonly Grid[],
  figures: Readonly<Record<QuestionKey, QuestionFigure>>,
): DriverView[] {
  const seen = dimensions.flatMap((dimension) => {
    const { histogram } = figures[dimension];
    return histogram && figures.overall.visibility === "shown"
      ? [{ dimension, histogram, joint: jointOf(grids, dimension) }]
      : [];
  });
  const found = new Map(drivers(seen).map((one) => [one.dimension, one]));
  return dimensions.map((dimension) => {
    const one = found.get(dimension);
    const unknown = { pairs: null, importance: null, performance: null, quadrant: null };
    if (!one || one.pairs < DRIVERS_FROM) return { dimension, ...unknown };
    const { pairs, importance, performance, quadrant } = one;
    const rounded = importance && Math.round(importance * 100) / 100;
    return { dimension, pairs, importance: rounded, performance, quadrant };
  });
}
