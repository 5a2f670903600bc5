import type { ItemOf } from "../table/entity";
import type { Period } from "./period";
import { gridOf, type Sheet } from "./sheet.entity";
import { type Sides, type Sum, type SummedFigure, sidesOf, summedFigures } from "./terms";

/** The version of the definitions in figures.md that these figures follow. */
export const definitionVersion = 1;

type SheetItem = ItemOf<typeof Sheet>;

/** The kept sheets of one project that its row is read from: of the year, and of all time. */
export type ProjectSheets = { year: SheetItem | undefined; always: SheetItem | undefined };

/** Both sides of every figure. */
export type AllSides = Record<SummedFigure, Sides>;

/** Adds up what is kept on a project's sheets. */
export const sumOfSheets = ({ year, always }: ProjectSheets): Sum => {
  const grids = {
    service: gridOf(year, "service"),
    collection: gridOf(year, "collection"),
    satisfaction: gridOf(year, "satisfaction"),
    balance: gridOf(always, "balance"),
  };
  return (family, _, column, rows) => grids[family].sum(column, rows);
};

const allSides = (of: (figure: SummedFigure) => Sides): AllSides =>
  Object.fromEntries(summedFigures.map((figure) => [figure, of(figure)])) as AllSides;

/** Every figure of a project as its sheets say; counts, or fen. */
export function sidesOfSheets(sheets: ProjectSheets, period: Period): AllSides {
  const sum = sumOfSheets(sheets);
  return allSides((figure) => sidesOf(figure, period, sum));
}

/** The figures of many projects as one. */
export const addSides = (all: readonly AllSides[]): AllSides =>
  allSides((figure) => ({
    numerator: all.reduce((sum, one) => sum + one[figure].numerator, 0),
    denominator: all.reduce((sum, one) => sum + one[figure].denominator, 0),
  }));

/** When the latest of some sheets was last added to; undefined when none was. */
export const asOf = (sheets: readonly (SheetItem | undefined)[]) =>
  sheets.reduce<string | undefined>(
    (latest, sheet) => (sheet && sheet.asOf > (latest ?? "") ? sheet.asOf : latest),
    undefined,
  );
