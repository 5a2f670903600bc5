import * as z from "zod";
import { instant, month } from "../clock";
import { idOf } from "../id";
import { entity, type ItemOf } from "../table/entity";
import { type BreakdownName, breakdowns, placeIn } from "./breakdown";
import type { BreakdownCell } from "./sheet";

/** What is kept of a project for one month, told apart by category, trade and hour. */
export const Breakdown = entity({
  name: "breakdown",
  packed: true,
  schema: z.object({
    month,
    projectId: idOf("project"),
    /** Under "category|repair/leak" the numbers of its columns, in their order; the last may be missing. */
    rows: z.record(z.string(), z.array(z.int())),
    asOf: instant,
  }),
  key: (key: { month: string; projectId: string }) => [["breakdown"], `${key.month}#${key.projectId}`],
});
type BreakdownItem = ItemOf<typeof Breakdown>;
type Rows = BreakdownItem["rows"];

const nameOf = ({ family, row }: { family: BreakdownName; row: string }) => `${family}|${row}`;

/** Rows with some cells added; rows of nothing fall away. */
export function rowsWith(rows: Rows, cells: readonly BreakdownCell[]): Rows {
  const next = { ...rows };
  for (const cell of cells) {
    const numbers = [...(next[nameOf(cell)] ?? [])];
    const at = placeIn(cell);
    while (numbers.length <= at) numbers.push(0);
    numbers[at] = (numbers[at] ?? 0) + cell.amount;
    next[nameOf(cell)] = numbers;
  }
  return Object.fromEntries(Object.entries(next).filter(([, numbers]) => numbers.some((one) => one !== 0)));
}

/** Every number of a month that is not zero, as the cell it is. */
export const cellsIn = ({ month: scope, projectId, rows }: BreakdownItem): BreakdownCell[] =>
  Object.entries(rows).flatMap(([name, numbers]) => {
    const bar = name.indexOf("|");
    const family = name.slice(0, bar) as BreakdownName;
    const row = name.slice(bar + 1);
    return numbers.flatMap((amount, at) => {
      const column = breakdowns[family].columns[at];
      return amount === 0 || column === undefined ? [] : [{ family, scope, projectId, row, column, amount }];
    });
  });

/** A month's breakdowns of all projects, by project id; one query, eventually consistent. */
export async function readBreakdowns(of: string): Promise<Map<string, BreakdownItem>> {
  const found = new Map<string, BreakdownItem>();
  for await (const one of Breakdown.all("table", ["breakdown"], { begins: `${of}#`, consistent: false }))
    found.set(one.projectId, one);
  return found;
}
