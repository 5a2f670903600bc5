import { DateTime } from "luxon";
import type { SheetToWrite } from "../importing/index";
import type { Words } from "./corrections-xlsx";
import type { FigureName, FigureWord } from "./words/words";

/** What some figures are, of which period and as of when. */
type Described = {
  figures: readonly FigureName[];
  period: string;
  asOf: string | null;
  version: number;
  /** What else is to be known of them. */
  note?: string;
};

/** The last sheet of a spreadsheet of figures: their definitions, and the time of their data. */
export function definitionsSheet(
  { figures, period, asOf, version, note }: Described,
  { figureWords, comparisonWords }: Words,
  zone: string,
): SheetToWrite {
  const described = figures.map((figure): FigureWord => figureWords[figure]);
  return {
    name: comparisonWords.definitions,
    columns: [
      { heading: comparisonWords.figure, width: 24 },
      { heading: comparisonWords.definition, width: 80 },
      { heading: comparisonWords.numerator, width: 24 },
      { heading: comparisonWords.denominator, width: 24 },
    ],
    rows: [
      ...described.map(({ name, definition, numerator = null, denominator = null }) => [
        name,
        definition,
        numerator,
        denominator,
      ]),
      [comparisonWords.period, period],
      [comparisonWords.asOf, asOf && DateTime.fromISO(asOf, { zone }).toFormat("yyyy-MM-dd HH:mm")],
      [comparisonWords.version, version],
      ...(note ? [[comparisonWords.note, note]] : []),
    ],
  };
}
