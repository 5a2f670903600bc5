import { type BreakdownName, isBrokenDown } from "./breakdown";
import type { Theme } from "./counted.entity";
import { type Histogram, histogramOf, satisfiedAnswers, score, validAnswers } from "./histogram";
import type { Period } from "./period";
import { type Rate, rate } from "./rate";
import { answerValues, type Cell, type ColumnOf, families } from "./sheet";

/**
 * Which rows a column is summed over: the month, if the period is one; the months, if it is a year; either; the year
 * up to them; the whole year; the years before it.
 */
type Over = "month" | "months" | "period" | "soFar" | "year" | "earlier";
type SummedFamily = "service" | "collection" | "balance" | "satisfaction";

/** A column that adds to one side of a figure, so many times over; below zero it takes off. */
type Term = {
  readonly [F in SummedFamily]: {
    readonly family: F;
    readonly column: ColumnOf<F>;
    readonly over: Over;
    readonly times: number;
  };
}[SummedFamily];

/** What both sides of a figure are summed in. */
export type Unit = "count" | "fen";

/** What a figure is summed from, side by side; a plain number has no denominator. */
type Terms = {
  readonly theme: Theme;
  readonly unit: Unit;
  /** The months, by a record's first, in which its records can lie. */
  readonly since: "period" | "year" | "ever";
  readonly numerator: readonly Term[];
  readonly denominator: readonly Term[];
};

const served = (numerator: ColumnOf<"service">, denominator?: ColumnOf<"service">) => {
  const term = (column: ColumnOf<"service">): Term => ({
    family: "service",
    column,
    over: "period",
    times: 1,
  });
  return {
    theme: "service" as const,
    unit: "count" as const,
    since: "ever" as const,
    numerator: [term(numerator)],
    denominator: denominator ? [term(denominator)] : [],
  };
};

const fees = (column: ColumnOf<"collection">, over: Over, times: 1 | -1 = 1): Term => ({
  ...{ family: "collection", column, over, times },
});
/** Receivable 应收: billed − approved waivers; what is cancelled is in no column. */
const receivable = (over: Over) => [fees("billed", over), fees("waived", over, -1)];
const recovered = fees("recovered", "year");
/** Outstanding on 1 January, less what was waived of it since; what was cancelled of it is in no column. */
const opening: readonly Term[] = [
  { family: "balance", column: "left", over: "earlier", times: 1 },
  fees("waivedEarlier", "year", -1),
];

const surveyed = (column: ColumnOf<"satisfaction">, times = 1): Term => ({
  ...{ family: "satisfaction", column, over: "period", times },
});
/** Answers to the overall question, summed as histogram.ts, where their figures are defined, counts a single one. */
const answers = (counted: (one: Histogram) => number) =>
  answerValues
    .map((column) => surveyed(column, counted(histogramOf([Number(column)]))))
    .filter(({ times }) => times !== 0);

/**
 * Every figure of the comparison: what is summed for either side, as figures.md defines it. The comparison, the
 * records behind a number, closed months and their corrections are all computed from these, and nowhere else. A new
 * one goes to the end: closed months keep them in this order.
 */
export const figureTerms = {
  satisfied: {
    theme: "survey",
    unit: "count",
    since: "period",
    numerator: answers(satisfiedAnswers),
    denominator: answers(validAnswers),
  },
  score: {
    theme: "survey",
    unit: "count",
    since: "period",
    numerator: answers((one) => score(one)?.numerator ?? 0),
    denominator: answers(validAnswers),
  },
  response: {
    theme: "survey",
    unit: "count",
    since: "period",
    numerator: [surveyed("answered")],
    denominator: [surveyed("invited"), surveyed("undeliverable", -1)],
  },
  current: {
    theme: "collection",
    unit: "fen",
    since: "period",
    // Up to the end of the period: of the month, or of the year.
    numerator: [fees("collectedInPeriod", "month"), fees("collectedInYear", "months")],
    denominator: receivable("period"),
  },
  asOfNow: {
    theme: "collection",
    unit: "fen",
    since: "period",
    numerator: [fees("collected", "period")],
    denominator: receivable("period"),
  },
  yearToDate: {
    theme: "collection",
    unit: "fen",
    since: "year",
    numerator: [fees("collected", "soFar")],
    denominator: receivable("soFar"),
  },
  arrearsRecovery: {
    theme: "collection",
    unit: "fen",
    since: "ever",
    numerator: [recovered],
    denominator: opening,
  },
  overall: {
    theme: "collection",
    unit: "fen",
    since: "ever",
    numerator: [recovered, fees("collected", "soFar")],
    denominator: [...opening, ...receivable("soFar")],
  },
  // Over several months the sheets count a house once for each: then there is no such figure.
  households: {
    theme: "collection",
    unit: "count",
    since: "period",
    numerator: [fees("housesClear", "month")],
    denominator: [fees("housesBilled", "month")],
  },
  waived: {
    theme: "collection",
    unit: "fen",
    since: "period",
    numerator: [fees("waived", "period")],
    denominator: [fees("billed", "period")],
  },
  developer: {
    theme: "collection",
    unit: "fen",
    since: "period",
    numerator: [fees("developerCollected", "period")],
    denominator: [fees("developerBilled", "period")],
  },
  created: served("created"),
  complaints: served("complaints"),
  completion: served("closedOfCreated", "created"),
  responseOnTime: served("responseOnTime", "responseDue"),
  completionOnTime: served("completionOnTime", "completionDue"),
  callbackIn24h: served("callbackIn24h", "callbackWanted"),
  callbackSatisfied: served("callbackSatisfied", "callbackReached"),
  repeatRepair: served("repairsRepeated", "repairsCompleted"),
  reopened: served("reopened", "closed"),
  complaintsHandled: served("complaintsClosed", "complaints"),
  verifiedOnTime: served("verifiedOnTime", "verifiedDue"),
  onSiteOnTime: served("onSiteOnTime", "onSiteDue"),
  answeredOnTime: served("answeredOnTime", "answeredDue"),
} as const satisfies Record<string, Terms>;

export type SummedFigure = keyof typeof figureTerms;
export const summedFigures = Object.keys(figureTerms) as [SummedFigure, ...SummedFigure[]];

/** Answers of residents are not listed one by one: a list of them would tell who gave them. */
export type SurveyFigure = {
  [F in SummedFigure]: (typeof figureTerms)[F]["theme"] extends "survey" ? F : never;
}[SummedFigure];
export type DrillableFigure = Exclude<SummedFigure, SurveyFigure>;
export const isDrillable = (figure: SummedFigure): figure is DrillableFigure =>
  figureTerms[figure].theme !== "survey";
export const drillableFigures = summedFigures.filter(isDrillable) as [DrillableFigure, ...DrillableFigure[]];

/** Both sides of a figure: counts, or fen. */
export type Sides = { numerator: number; denominator: number };

/** Adds up a column over some rows, where it is kept for a year or (scope "all") for ever. */
export type Sum = (family: SummedFamily, scope: string, column: string, rows: readonly string[]) => number;

function rowsOf({ family, over }: Term, { year, month, months, soFar }: Period): readonly string[] {
  const all: readonly string[] = families[family].rows;
  if (over === "earlier") return all.filter((row) => row < year);
  const [one, many] = month ? [months, []] : [[], months];
  return { month: one, months: many, period: months, soFar, year: all }[over];
}

const scopeOf = ({ over }: Term, { year }: Period) => (over === "earlier" ? "all" : year);

/** Both sides of a figure in a period. */
export function sidesOf(figure: SummedFigure, period: Period, sum: Sum): Sides {
  const { numerator, denominator }: Terms = figureTerms[figure];
  const side = (terms: readonly Term[]) =>
    terms.reduce(
      (all, term) =>
        all + term.times * sum(term.family, scopeOf(term, period), term.column, rowsOf(term, period)),
      0,
    );
  return { numerator: side(numerator), denominator: side(denominator) };
}

/** Adds up cells instead of kept numbers: what some records, or a change of them, come to. */
export const sumOfCells =
  (cells: readonly Cell[]): Sum =>
  (family, scope, column, rows) =>
    cells.reduce(
      (all, one) =>
        one.family === family && one.scope === scope && one.column === column && rows.includes(one.row)
          ? all + one.amount
          : all,
      0,
    );

const everyTerm = Object.values<Terms>(figureTerms).flatMap(({ numerator, denominator }) => [
  ...numerator,
  ...denominator,
]);

/** Whether any figure of a period is made of a cell. */
export const isMadeOf = (period: Period, { family, scope, row, column }: Omit<Cell, "amount">) =>
  everyTerm.some(
    (term) =>
      term.family === family &&
      term.column === column &&
      scopeOf(term, period) === scope &&
      rowsOf(term, period).includes(row),
  );

/** Whether all that a figure is summed from is told apart so. */
export const isToldApart = (figure: SummedFigure, by: BreakdownName): boolean => {
  const { numerator, denominator }: Terms = figureTerms[figure];
  if (by === "heat") return figure === "created";
  return [...numerator, ...denominator].every(
    ({ family, column }) => family === "service" && isBrokenDown(column),
  );
};

/** A figure as it is reported: a plain number, or its rate; null without a denominator. */
export const figureOf = (figure: SummedFigure, { numerator, denominator }: Sides): number | Rate | null =>
  figureTerms[figure].denominator.length === 0 ? numerator : rate(numerator, denominator);

/** The first and last month, "2026-11", between which the first months of a figure's records lie. */
export function monthsOf(
  figure: DrillableFigure,
  { year, months, soFar }: Period,
): readonly [string, string] {
  const last = `${year}-${soFar.at(-1) ?? "00"}`;
  const first = { period: `${year}-${months[0] ?? "00"}`, year: `${year}-01`, ever: "" };
  return [first[figureTerms[figure].since], last];
}
