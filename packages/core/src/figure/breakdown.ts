import { wallClock } from "../clock";
import { type Trade, trades } from "../member/member.entity";
import type { TicketItem } from "../ticket/ticket.entity";
import type { Cell, ColumnOf } from "./sheet";

/**
 * The service figures of a month once more, by what their tickets have in common: a category ("repair/leak"), the
 * trade that has it or had it last ("none" where a person alone has it, or nobody yet), or the weekday ("1", Monday,
 * to "7") and hour ("00" to "23") in which it was registered, on the firm's own clocks. All of it is kept by month
 * ("2026-11") and project in one record beside the sheets, whose rows are known beforehand and whose years would be
 * written with every ticket. New columns go to the end.
 */
const columns = [
  "created",
  "closedOfCreated",
  "completionDue",
  "completionOnTime",
  "repairsCompleted",
  "repairsRepeated",
  "closed",
  "reopened",
] as const satisfies ColumnOf<"service">[];
type BrokenDownColumn = (typeof columns)[number];

export const weekdayRows = ["1", "2", "3", "4", "5", "6", "7"] as const;
export const hourColumns = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, "0"));
export const tradeRows = [...trades, "none"] as const satisfies (Trade | "none")[];

/** How service is told apart, and what is counted of each part. */
export const breakdowns = {
  category: { columns },
  trade: { columns },
  heat: { columns: hourColumns },
} as const satisfies Record<string, { columns: readonly string[] }>;
export type BreakdownName = keyof typeof breakdowns;

export const breakdownNames = Object.keys(breakdowns) as [BreakdownName, ...BreakdownName[]];

export const isBrokenDown = (column: string): column is BrokenDownColumn =>
  (columns as readonly string[]).includes(column);

/** The place of a number among those of its row; below zero for none that is kept. */
export const placeIn = ({ family, column }: { family: BreakdownName; column: string }): number =>
  (breakdowns[family].columns as readonly string[]).indexOf(column);

/** A ticket's cells of service as they count in the breakdowns of their months. */
export function brokenDown(cells: readonly Cell[], ticket: TicketItem, zone: string): Cell[] {
  const { kind, category, trade = "none", createdAt, projectId } = ticket;
  const parts = cells
    .filter(({ column }) => isBrokenDown(column))
    .flatMap((one) => {
      const month = { ...one, scope: `${one.scope}-${one.row}` };
      return [
        { ...month, family: "category" as const, row: `${kind}/${category}` },
        { ...month, family: "trade" as const, row: trade },
      ];
    });
  const local = wallClock(createdAt, zone);
  const weekday = new Date(`${local.slice(0, 10)}T00:00:00Z`).getUTCDay() || 7;
  const place = { scope: local.slice(0, 7), row: String(weekday), column: local.slice(11, 13) };
  return [...parts, { family: "heat", projectId, ...place, amount: 1 }];
}

/**
 * Of some records' cells those of one part, as if they were all there is of service: figures of the part are summed
 * from them as those of a project are from its own. Of an hour ("1/09") the tickets that came in are known alone.
 */
export function partOf(cells: readonly Cell[], by: BreakdownName, part: string): Cell[] {
  const [weekday, hour] = part.split("/");
  const isOf = ({ row, column }: Cell) => (by === "heat" ? row === weekday && column === hour : row === part);
  return cells
    .filter((one) => one.family === by && isOf(one))
    .map((one) => {
      const [scope = "", row = ""] = one.scope.split("-");
      const column = by === "heat" ? "created" : one.column;
      return { ...one, family: "service" as const, scope, row, column };
    });
}
