import { dateOf } from "../clock";
import { groupBy } from "../group";
import type { ItemOf } from "../table/entity";
import { tenantZone } from "../tenant/zone";
import { ClosedMonth, Correction, frozenSides } from "./closing.entity";
import { sidesOfSheets } from "./comparison";
import { cellsSince } from "./corrections";
import { monthPeriod } from "./period";
import { Sheet } from "./sheet.entity";
import { drillableFigures, sidesOf, sumOfCells } from "./terms";

/** A number that is kept other than what it is made of says. */
export type Difference = { cell: string; kept: number; counted: number };

/**
 * Where the frozen figures of a tenant's closed months and all their corrections since do not come to what the
 * figures are now; surveys apart, which may have been taken in later.
 */
export async function frozenDifferences(): Promise<Difference[]> {
  const closings: ItemOf<typeof ClosedMonth>[] = [];
  for await (const one of ClosedMonth.all("table", ["closedMonth"])) closings.push(one);
  const differences: Difference[] = [];
  for (const [projectId, own] of groupBy(closings, (one) => one.projectId))
    differences.push(...(await ofProject(projectId, own)));
  return differences;
}

async function ofProject(projectId: string, closings: readonly ItemOf<typeof ClosedMonth>[]) {
  const corrections: ItemOf<typeof Correction>[] = [];
  for await (const one of Correction.all("table", [projectId, "correction"])) corrections.push(one);
  const zone = await tenantZone();
  const always = await Sheet.get({ scope: "all", projectId });
  const differences: Difference[] = [];
  for (const closed of closings) {
    const since = dateOf(closed.closedAt, zone);
    const cells = corrections
      .filter(({ on }) => on >= since)
      .flatMap((one) => cellsSince(one, one.on === since ? closed.part : 0));
    const year = await Sheet.get({ scope: closed.month.slice(0, 4), projectId });
    differences.push(...differencesOf(closed, { year, always }, sumOfCells(cells)));
  }
  return differences;
}

function differencesOf(
  closed: ItemOf<typeof ClosedMonth>,
  sheets: Parameters<typeof sidesOfSheets>[0],
  corrected: Parameters<typeof sidesOf>[2],
): Difference[] {
  const period = monthPeriod(closed.month);
  const [frozen, now] = [frozenSides(closed), sidesOfSheets(sheets, period)];
  return drillableFigures.flatMap((figure) => {
    const [was, since] = [frozen[figure], sidesOf(figure, period, corrected)];
    if (!was) return [];
    return (["numerator", "denominator"] as const)
      .map((side) => ({
        cell: ["closed", closed.month, closed.projectId, figure, side].join("|"),
        kept: was[side] + since[side],
        counted: now[figure][side],
      }))
      .filter(({ kept, counted }) => kept !== counted);
  });
}
