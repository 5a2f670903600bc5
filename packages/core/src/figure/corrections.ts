import * as z from "zod";
import { dateOf, localDate, month } from "../clock";
import { idOf } from "../id";
import { needProject } from "../project/reach";
import type { ItemOf } from "../table/entity";
import { pageInput } from "../table/page";
import { tenantZone } from "../tenant/zone";
import { verb } from "../verb";
import { ClosedMonth, Correction } from "./closing.entity";
import { cellsOf } from "./corrected";
import { monthPeriod } from "./period";
import { drillableFigures, sidesOf, sumOfCells } from "./terms";

/** By how much either side of a figure came to differ on a day: counts, or fen. */
const correctionView = z.object({ on: localDate, numerator: z.int(), denominator: z.int() });

/**
 * The dated corrections of a figure of a closed month, the latest first. Taken off what the figure is now one after
 * the other they lead back to what it was when the month was closed. A page may be short where there is more. Surveys
 * are not told of day by day: that would tell who answered.
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
    const from = closed ? dateOf(closed.closedAt, await tenantZone()) : "~";
    const page = await Correction.query("table", [projectId, "correction"], {
      ...{ between: [from, "~"], reverse: true, limit, cursor, consistent: false },
    });
    const items = page.items.flatMap((one) => {
      const cells = cellsSince(one, one.on === from ? (closed?.part ?? 0) : 0);
      const sides = sidesOf(figure, monthPeriod(of), sumOfCells(cells));
      return sides.numerator === 0 && sides.denominator === 0 ? [] : [{ on: one.on, ...sides }];
    });
    return { items, cursor: page.cursor };
  },
});

/** What a day's correction came to from one of its parts on. */
export const cellsSince = ({ parts }: Pick<ItemOf<typeof Correction>, "parts">, part: number) =>
  parts.slice(part).flatMap(cellsOf);
