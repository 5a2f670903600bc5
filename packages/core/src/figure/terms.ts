import type { Period } from "./comparison";
import type { Theme } from "./counted.entity";
import { type Cell, type ColumnOf, families } from "./sheet";

/** Which rows a column is summed over: the chosen months, the year up to them, the whole year, or years before it. */
type Over = "period" | "soFar" | "year" | "earlier";

/** A column that adds to one side of a figure, or (sign −1) takes off it. */
type Term = {
  readonly [F in "service" | "collection" | "balance"]: {
    readonly family: F;
    readonly column: ColumnOf<F>;
    readonly over: Over;
    readonly sign: 1 | -1;
  };
}["service" | "collection" | "balance"];

/** What a figure is summed from, side by side; a plain number has no denominator. */
type Terms = {
  readonly theme: Theme;
  /** What both sides are summed in. */
  readonly unit: "count" | "fen";
  /** The months, by a record's first, in which its records can lie. */
  readonly since: "period" | "year" | "ever";
  readonly numerator: readonly Term[];
  readonly denominator: readonly Term[];
};

const served = (numerator: ColumnOf<"service">, denominator?: ColumnOf<"service">): Terms => {
  const term = (column: ColumnOf<"service">): Term => ({
    family: "service",
    column,
    over: "period",
    sign: 1,
  });
  return {
    theme: "service",
    unit: "count",
    since: "ever",
    numerator: [term(numerator)],
    denominator: denominator ? [term(denominator)] : [],
  };
};

const fees = (column: ColumnOf<"collection">, over: Over, sign: 1 | -1 = 1): Term => ({
  ...{ family: "collection", column, over, sign },
});
const receivable = (over: Over) => [fees("billed", over), fees("waived", over, -1)];
const recovered = fees("recovered", "year");
const opening: readonly Term[] = [
  { family: "balance", column: "left", over: "earlier", sign: 1 },
  fees("waivedEarlier", "year", -1),
];

/**
 * The columns behind each figure whose records may be listed one by one, as figures.md defines it. comparison.ts
 * computes the figures; a test holds the two to the same numbers. Answers of residents are not here: a list of them
 * would tell who gave them.
 */
export const figureTerms = {
  current: {
    theme: "collection",
    unit: "fen",
    since: "period",
    numerator: [fees("collectedInPeriod", "period")],
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
  households: {
    theme: "collection",
    unit: "count",
    since: "period",
    numerator: [fees("housesClear", "period")],
    denominator: [fees("housesBilled", "period")],
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
} as const satisfies Record<string, Terms>;

export type DrillableFigure = keyof typeof figureTerms;
export const drillableFigures = Object.keys(figureTerms) as [DrillableFigure, ...DrillableFigure[]];

/** Whether a cell lies in the rows a term is summed over. */
function isIn(cell: Cell, { family, column, over }: Term, period: Period): boolean {
  if (cell.family !== family || cell.column !== column) return false;
  if (over === "earlier") return cell.scope === "all" && cell.row < period.year;
  const rows: readonly string[] = { period: period.months, soFar: period.soFar, year: families[family].rows }[
    over
  ];
  return cell.scope === period.year && rows.includes(cell.row);
}

const sum = (terms: readonly Term[], cells: readonly Cell[], period: Period) =>
  cells.reduce(
    (all, cell) =>
      terms.reduce((soFar, term) => soFar + (isIn(cell, term, period) ? term.sign * cell.amount : 0), all),
    0,
  );

/** What some cells add to both sides of a figure in a period; counts, or fen. */
export function sidesOf(figure: DrillableFigure, cells: readonly Cell[], period: Period) {
  const { numerator, denominator }: Terms = figureTerms[figure];
  return { numerator: sum(numerator, cells, period), denominator: sum(denominator, cells, period) };
}

/** The first and last month, "2026-11", between which the first months of a figure's records lie. */
export function monthsOf(
  figure: DrillableFigure,
  { year, months, soFar }: Period,
): readonly [string, string] {
  const last = `${year}-${soFar.at(-1) ?? "00"}`;
  const first = { period: `${year}-${months[0] ?? "00"}`, year: `${year}-01`, ever: "" };
  return [first[figureTerms[figure].since], last];
}
