import { withActor } from "@frontdesk/core/context";
import { closeMonths } from "@frontdesk/core/figure/closing";
import { compare } from "@frontdesk/core/figure/compare";
import { Grid } from "@frontdesk/core/figure/grid";
import { cell, type FamilyName, families, isOnSheet, type SheetCell } from "@frontdesk/core/figure/sheet";
import { gridsWith, Sheet } from "@frontdesk/core/figure/sheet.entity";
import { ticketCells } from "@frontdesk/core/figure/ticket.cells";
import { groupBy } from "@frontdesk/core/group";
import { derivedId } from "@frontdesk/core/id";
import { Project } from "@frontdesk/core/project/project.entity";
import { metered } from "@frontdesk/core/table/client";
import { fieldsOf } from "@frontdesk/core/table/packed";
import { Ticket } from "@frontdesk/core/ticket/ticket.entity";
import { firmRecord, memberOf } from "./firm";
import type { Row } from "./row";

const projects = 200;
const bound = 100;
/** One that is over, so that a month of it can be closed. */
const year = new Date().getUTCFullYear() - 1;
const month = `${year}-10`;
const zone = "Asia/Shanghai";
const sizes = { few: 1_000, many: 100_000 } as const;
const tenantOf = (size: keyof typeof sizes) => derivedId("tenant", "bench", size);
const projectOf = (tenantId: string, i: number) => derivedId("project", tenantId, String(i));

/**
 * Two firms of 200 projects, one with 1,000 tickets and one with 100,000, their figures counted from them; beside
 * these stand figures of fees and surveys, alike in both.
 */
export function* records() {
  for (const size of Object.keys(sizes) as (keyof typeof sizes)[]) yield* firm(tenantOf(size), sizes[size]);
}

function* firm(tenantId: string, tickets: number) {
  yield firmRecord(tenantId);
  for (let i = 0; i < projects; i++)
    yield Project.record({
      tenantId,
      rev: 1,
      projectId: projectOf(tenantId, i),
      name: `项目${String(i).padStart(3, "0")}`,
      kind: "residential",
      reportToken: "abcdefghjkmn",
      createdAt: `${year}-01-01T00:00:00.000Z`,
    });
  const cells: SheetCell[] = [];
  for (let i = 0; i < tickets; i++) {
    const record = ticket(tenantId, i);
    cells.push(...ticketCells.cells(fieldsOf(record), zone).filter(isOnSheet));
    yield record;
  }
  for (let i = 0; i < projects; i++) cells.push(...otherCells(projectOf(tenantId, i)));
  yield* sheets(tenantId, cells);
}

/** Something in every family that the comparison reads. */
const otherCells = (projectId: string): SheetCell[] => [
  ...families.collection.rows.map((row) =>
    cell("collection", String(year), projectId, row, "billed", 9_000_000),
  ),
  cell("balance", "all", projectId, String(year - 1), "left", 1_000_000),
  cell("satisfaction", String(year), projectId, "10", "5", 200),
];

function ticket(tenantId: string, i: number) {
  const at = new Date(Date.UTC(year, i % 10, 1 + (i % 27), 2)).toISOString();
  const done = new Date(Date.parse(at) + 3_600_000).toISOString();
  return Ticket.record({
    tenantId,
    rev: 1,
    ticketId: derivedId("ticket", tenantId, String(i)),
    number: `BX${at.slice(0, 10).replaceAll("-", "")}-${String(i % 10_000).padStart(4, "0")}`,
    projectId: projectOf(tenantId, i % projects),
    reporter: { name: "业主", locale: "zh-CN" },
    kind: "repair",
    category: "plumbing",
    urgency: "ordinary",
    channel: "call",
    words: "水管漏水",
    photos: [],
    state: "completed",
    registeredBy: "bench",
    registeredByName: "前台",
    createdAt: at,
    responseDueAt: at,
    respondedAt: at,
    completionStartedAt: at,
    completionDueAt: done,
    completions: [
      {
        completedAt: done,
        byMemberId: "bench",
        byName: "师傅",
        note: "已修好",
        photos: [],
        clockStartedAt: at,
        dueAt: done,
        onTime: true,
        callbackWanted: true,
      },
    ],
    workerIds: [],
    reopenedCount: 0,
    repeatOf: [],
    repeatedBy: [],
    steps: 2,
  });
}

function* sheets(tenantId: string, cells: SheetCell[]) {
  for (const own of groupBy(cells, ({ scope, projectId }) => `${scope}#${projectId}`).values()) {
    const grids = new Map<FamilyName, Grid>();
    for (const [family, some] of groupBy(own, (cell) => cell.family)) {
      const grid = new Grid(families[family]);
      for (const { row, column, amount } of some) grid.add(row, column, amount);
      grids.set(family, grid);
    }
    const kept = { ...gridsWith(undefined, grids), asOf: new Date().toISOString() };
    for (const { scope, projectId } of own.slice(0, 1))
      yield Sheet.record({ tenantId, rev: 1, scope, projectId, ...kept });
  }
}

/** Read units of the comparison of 200 projects with 100,000 tickets behind it ÷ with 1,000. */
export async function comparisonFlat(): Promise<Row> {
  const [value, baseline] = [await costOf("many"), await costOf("few")];
  const ratio = value / baseline;
  return {
    name: "comparison-flat",
    value,
    baseline,
    ratio,
    bound: `ratio 1.0, ${bound} units`,
    kept: ratio <= 1 && value <= bound,
    unit: "read units",
  };
}

/** The dearer of a whole year, and of a month that was closed. */
async function costOf(size: keyof typeof sizes): Promise<number> {
  const spent = (period: string) =>
    withActor(memberOf(tenantOf(size)), () => metered(() => compare({ period })));
  await withActor(memberOf(tenantOf(size)), () => closeMonths({ month }));
  const [whole, closed] = [await spent(String(year)), await spent(month)];
  if (whole.result.total.service.created !== sizes[size] || !closed.result.total.closing)
    throw new Error(`Counted ${whole.result.total.service.created}`);
  return Math.max(whole.spent.read, closed.spent.read);
}
