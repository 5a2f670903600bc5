import * as z from "zod";
import { verb } from "../verb";
import { judge, type OpeningRow, openingRefusals, openingRow, prepare, take } from "./opening-desk";

export type { OpeningRefusal, OpeningRow } from "./opening-desk";

const resultSchema = z.object({
  /** Bills made, lines taken in, lines that were there already, and the rows refused by their place in the input. */
  bills: z.int(),
  lines: z.int(),
  unchanged: z.int(),
  refused: z.array(z.object({ index: z.int(), reason: z.enum(openingRefusals) })),
});
export type OpeningResult = z.output<typeof resultSchema>;

/** So many rows that a bill, an account, an allocation and a counter for each fit one transaction. */
const rowsPerStep = 24;

const openStep = verb({
  name: "fee.openArrears",
  may: "import.run",
  input: z.strictObject({ rows: z.array(openingRow).max(rowsPerStep) }),
  output: resultSchema,
  run: async ({ rows }, work) => {
    const desk = await prepare(work, rows);
    const [first] = rows;
    if (first) work.about(first.projectId, first.projectId, { rows: rows.length });
    const result: OpeningResult = { bills: 0, lines: 0, unchanged: 0, refused: [] };
    for (const [index, row] of rows.entries()) {
      const verdict = judge(desk, row);
      if (verdict === "unchanged") result.unchanged++;
      else if (verdict === "new" || verdict === "line") {
        take(desk, row);
        result.lines++;
        if (verdict === "new") result.bills++;
      } else result.refused.push({ index, reason: verdict });
    }
    return result;
  },
});

/**
 * Takes in what houses owed before the system was taken into use: one bill a house and month, its rows the lines.
 * Rows are parsed and checked elsewhere; what is there already changes nothing, so the same file may come twice.
 * `import.run` is needed, and reach to every project named.
 *
 * What had been paid is an allocation by the method "opening", dated at the last instant of the bill's month: the
 * export does not say when the money came, and so it neither counts as recovered in a later year nor makes the
 * month look worse than it ended. Due is the last day of the month. No notice is sent; the one friendly reminder
 * falls due as many days after the import as the project's settings say, so that a firm can look at what came in.
 * A row whose house is unsold is the developer's.
 */
export async function importOpeningArrears(rows: readonly OpeningRow[]): Promise<OpeningResult> {
  const total: OpeningResult = { bills: 0, lines: 0, unchanged: 0, refused: [] };
  for (let start = 0; start < rows.length; start += rowsPerStep) {
    const step = await openStep({ rows: rows.slice(start, start + rowsPerStep) });
    total.bills += step.bills;
    total.lines += step.lines;
    total.unchanged += step.unchanged;
    total.refused.push(...step.refused.map(({ index, reason }) => ({ index: index + start, reason })));
  }
  return total;
}
