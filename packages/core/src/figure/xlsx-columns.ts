import type { Cell, SheetColumn } from "../importing/index";
import type { Words } from "./corrections-xlsx";
import { type Rate, toNumber } from "./rate";
import { figureTerms } from "./terms";
import type { FigureName, FigureWord } from "./words/words";

/** A column of figures in a spreadsheet, and what stands in it in a row. */
export type FigureColumn<R> = SheetColumn & { cell: (row: R) => Cell };

export const percent = "0.0%";
export const count = "#,##0";
const money = "#,##0.00";

/** A number as it is. */
export const numberColumn = <R>(
  { figureWords }: Words,
  name: FigureName,
  cell: FigureColumn<R>["cell"],
  format = count,
): FigureColumn<R> => ({ heading: figureWords[name].name, width: 14, format, cell });

/** A rate as the number it is; null where there is none. */
export const quotient = (rate: Rate | null) => rate && toNumber(rate);

/** A rate, and beside it its numerator and denominator: fen as yuan, all else as it is. */
export function rateColumns<R>(
  own: Words,
  figure: FigureName,
  of: (row: R) => Rate | null,
): [FigureColumn<R>, FigureColumn<R>, FigureColumn<R>] {
  const { name, numerator = "", denominator = "" } = wordOf(own, figure);
  const inFen = isMoney(figure);
  const unit = inFen ? own.comparisonWords.yuan : "";
  const side = (word: string, pick: (rate: Rate) => number): FigureColumn<R> => ({
    heading: `${name} · ${word}${unit}`,
    width: 18,
    format: inFen ? money : count,
    cell: (row) => {
      const rate = of(row);
      return rate && (inFen ? pick(rate) / 100 : pick(rate));
    },
  });
  return [
    { heading: name, width: 14, format: percent, cell: (row) => quotient(of(row)) },
    side(numerator, (rate) => rate.numerator),
    side(denominator, (rate) => rate.denominator),
  ];
}

const wordOf = ({ figureWords }: Words, figure: FigureName): FigureWord => figureWords[figure];

const isMoney = (figure: FigureName) => figure !== "rank" && figureTerms[figure].unit === "fen";
