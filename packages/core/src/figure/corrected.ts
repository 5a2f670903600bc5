import { dateOf, isoNow } from "../clock";
import { groupBy } from "../group";
import type { ItemOf } from "../table/entity";
import type { Work } from "../table/work";
import { Correction } from "./closing.entity";
import { parseCell, total } from "./counted.entity";
import { monthPeriod } from "./period";
import type { Cell, SheetCell } from "./sheet";
import type { Sheet } from "./sheet.entity";
import { isMadeOf } from "./terms";

type SheetItem = ItemOf<typeof Sheet>;

/** The closed month, or the last month of the year with closed ones, that a mark on a sheet stands for. */
const periodOfMark = (scope: string, mark: string) =>
  monthPeriod(scope === "all" ? `${mark}-12` : `${scope}-${mark}`);

/**
 * Of some changes to a sheet those that figures of closed months are made of, and the sheet's marks of closed months
 * with today's date where they are.
 */
export function correctionsOf(sheet: SheetItem | undefined, changes: readonly SheetCell[], zone: string) {
  const closed = sheet?.closed;
  if (!sheet || !closed) return { cells: [], closed };
  const today = dateOf(isoNow(), zone);
  const marks = Object.entries(closed).map(([mark, last]) => {
    const period = periodOfMark(sheet.scope, mark);
    const cells = changes.filter((cell) => isMadeOf(period, cell));
    return { cells, entry: [mark, cells.length > 0 ? today : last] as const };
  });
  return {
    cells: [...new Set(marks.flatMap(({ cells }) => cells))],
    closed: Object.fromEntries(marks.map(({ entry }) => entry)),
  };
}

/** Notes what closed months were corrected by today, project by project, beside what was noted already. */
export async function noteCorrections(work: Work, cells: readonly Cell[], zone: string) {
  const on = dateOf(isoNow(), zone);
  const byProject = groupBy(cells, ({ projectId }) => projectId);
  const noted = await Correction.batch([...byProject.keys()].map((projectId) => ({ projectId, on })));
  for (const [projectId, own] of byProject) {
    const before = noted.find((one) => one.projectId === projectId);
    const earlier = before?.parts.slice(0, -1) ?? [];
    const parts = [...earlier, total([...cellsOf(before?.parts.at(-1) ?? {}), ...own])];
    if (before) work.patch(Correction, before, { parts });
    else work.create(Correction, { projectId, on, parts }, "race");
  }
}

/** The cells of a part of a correction. */
export const cellsOf = (part: Readonly<Record<string, number>>): Cell[] =>
  Object.entries(part).map(([name, amount]) => parseCell(name, amount));
