import * as z from "zod";
import { dateOf, localDate, month } from "../clock";
import { idOf } from "../id";
import { needProject } from "../project/reach";
import { fromCursor, toCursor } from "../table/cursor";
import type { ItemOf } from "../table/entity";
import { pageInput } from "../table/page";
import { tenantZone } from "../tenant/zone";
import { verb } from "../verb";
import { ClosedMonth, Correction } from "./closing.entity";
import { sumOfSheets } from "./comparison";
import { cellsOf } from "./corrected";
import { monthPeriod } from "./period";
import { readSheet } from "./sheet.entity";
import { type DrillableFigure, drillableFigures, type Sides, sidesOf, sumOfCells } from "./terms";

/** Both sides of a figure: counts, or fen. */
const sides = z.object({ numerator: z.int(), denominator: z.int() });
const correctionView = z.object({ on: localDate, was: sides, is: sides });

/**
 * The dated corrections of a figure of a closed month, the latest first: what it was before that day and what it is
 * since, from what it is now back to what it was when the month was closed. A page may be short where there is more.
 * Surveys are not told of day by day: that would tell who answered.
 */
export const listCorrections = verb({
  name: "figure.corrections",
  may: "figure.read",
  input: z.strictObject({
    projectId: idOf("project"),
    month,
    figure: z.enum(drillableFigures),
    ...pageInput,
  }),
  output: z.object({ items: z.array(correctionView), cursor: z.string().optional() }),
  run: async ({ projectId, month: of, figure, limit, cursor }) => {
    await needProject(projectId);
    const closed = await ClosedMonth.get({ month: of, projectId }, { consistent: false });
    if (!closed) return { items: [] };
    const from = dateOf(closed.closedAt, await tenantZone());
    const start = cursor === undefined ? undefined : fromCursor(cursor, position);
    const page = await Correction.query("table", [projectId, "correction"], {
      ...{ between: [from, "~"], reverse: true, limit, cursor: start?.at, consistent: false },
    });
    let is: Sides = start?.is ?? (await sidesNow(closed, figure));
    const items = [];
    for (const one of page.items) {
      const cells = cellsSince(one, one.on === from ? closed.part : 0);
      const by = sidesOf(figure, monthPeriod(of), sumOfCells(cells));
      if (by.numerator === 0 && by.denominator === 0) continue;
      const was = {
        numerator: is.numerator - by.numerator,
        denominator: is.denominator - by.denominator,
      };
      items.push({ on: one.on, was, is });
      is = was;
    }
    return { items, cursor: page.cursor && toCursor({ at: page.cursor, is }) };
  },
});

async function sidesNow({ projectId, month: of }: ItemOf<typeof ClosedMonth>, figure: DrillableFigure) {
  const [year, always] = await Promise.all([
    readSheet(of.slice(0, 4), projectId),
    readSheet("all", projectId),
  ]);
  return sidesOf(figure, monthPeriod(of), sumOfSheets({ year, always }));
}

/** What a day's correction came to from one of its parts on. */
export const cellsSince = ({ parts }: Pick<ItemOf<typeof Correction>, "parts">, part: number) =>
  parts.slice(part).flatMap(cellsOf);

/** Where a list goes on, and what the figure was there. The place in the table is looked after by table/page.ts. */
const position = z.object({ at: z.string().max(2_000), is: sides });
