import { type BreakdownName, breakdowns, placeIn } from "./breakdown";
import type { Family } from "./grid";

/**
 * Figures are kept on sheets: one item per tenant, scope (a year, a campaign, all time) and project. On it, family
 * by family, lies a grid of named rows and columns in numbers of fixed width, so that reading two hundred projects
 * costs the same whatever the numbers are.
 */

const months = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"] as const;

export const channels = ["link", "phone", "interview", "paper"] as const;
export const stages = ["upTo1", "1to3", "over3", "unknown"] as const;
export const questions = [
  "security",
  "cleaning",
  "greening",
  "engineering",
  "frontDesk",
  "fees",
  "complaints",
  "overall",
] as const;
type Question = (typeof questions)[number];
const isDimension = (question: Question): question is Exclude<Question, "overall"> => question !== "overall";
/** What parts of the service are asked about; the overall question is asked beside them, never computed from them. */
export const dimensions = questions.filter(isDimension);
/** What may be answered. */
export const answerValues = ["1", "2", "3", "4", "5"] as const;

const product = (left: readonly string[], right: readonly string[]) =>
  left.flatMap((l) => right.map((r) => `${l}/${r}`));

/** Every kind of sheet: its rows, its columns. Adding a column at the end keeps older sheets readable. */
export const families = {
  /** By year; counts of tickets and callbacks per month. */
  service: {
    rows: months,
    columns: [
      "created",
      "closedOfCreated",
      "responseDue",
      "responseOnTime",
      "completionDue",
      "completionOnTime",
      "completed",
      "repairsCompleted",
      "repairsRepeated",
      "closed",
      "reopened",
      "complaints",
      "complaintsClosed",
      "callbackWanted",
      "callbackIn24h",
      "callbackReached",
      "callbackSatisfied",
      "verifiedDue",
      "verifiedOnTime",
      "onSiteDue",
      "onSiteOnTime",
      "answeredDue",
      "answeredOnTime",
    ],
    width: 3,
  },
  /** By year of the period the fee is for; fen per month. Recoveries stand in the month the money was allocated. */
  collection: {
    rows: months,
    columns: [
      "billed",
      "waived",
      "collectedInPeriod",
      "collected",
      "recovered",
      "waivedEarlier",
      "housesBilled",
      "housesClear",
      "developerBilled",
      "developerCollected",
      "collectedInYear",
    ],
    width: 7,
  },
  /** One for all years: what each year left outstanding, fen; rows are years. */
  balance: {
    rows: Array.from({ length: 40 }, (_, i) => String(2005 + i)),
    columns: ["left"],
    width: 7,
  },
  /** One a campaign: households, and the histogram of every question by channel and by owner stage. */
  survey: {
    rows: ["households", ...product(questions, channels), ...product(questions, stages)],
    columns: [...answerValues, "na", "invited", "undeliverable", "answered"],
    width: 3,
  },
  /** One a campaign: households by their answer to a dimension (row) and to the overall question (column). */
  drivers: {
    rows: product(dimensions, answerValues),
    columns: answerValues,
    width: 3,
  },
  /** By year; the overall question of campaigns in the month their campaign opened. */
  satisfaction: {
    rows: months,
    columns: [...answerValues, "na", "invited", "undeliverable", "answered"],
    width: 3,
  },
} as const satisfies Record<string, Family>;

export type FamilyName = keyof typeof families;
export type ColumnOf<F extends FamilyName> = (typeof families)[F]["columns"][number];

/** One number that a record adds to. `scope` is a year, a campaign's id, or "all"; of a breakdown it is a month. */
export type Cell = SheetCell | BreakdownCell;
export type SheetCell = CellOf<FamilyName>;
export type BreakdownCell = CellOf<BreakdownName>;
type CellOf<F> = {
  family: F;
  scope: string;
  projectId: string;
  row: string;
  column: string;
  amount: number;
};

/** Whether a cell is still kept: records remember those they were counted in by an earlier version, too. */
export const isKept = (cell: Omit<Cell, "amount">) => {
  if (isOfBreakdown(cell)) return placeIn(cell) >= 0;
  const known: Family | undefined = isOnSheet(cell) ? families[cell.family] : undefined;
  return (known?.rows.includes(cell.row) && known.columns.includes(cell.column)) ?? false;
};

/** Whether a cell lies on a sheet, or beside the sheets in a breakdown. */
export const isOnSheet = <C extends Pick<Cell, "family">>(cell: C): cell is C & { family: FamilyName } =>
  Object.hasOwn(families, cell.family);
export const isOfBreakdown = <C extends Pick<Cell, "family">>(
  cell: C,
): cell is C & { family: BreakdownName } => Object.hasOwn(breakdowns, cell.family);

/** A cell, its names checked by the compiler. */
export const cell = <F extends FamilyName>(
  family: F,
  scope: string,
  projectId: string,
  row: string,
  column: ColumnOf<F>,
  amount = 1,
): SheetCell => ({ family, scope, projectId, row, column, amount });
