import * as z from "zod";
import { isoNow, month, monthOf } from "../clock";
import { groupBy } from "../group";
import { idOf } from "../id";
import { projectsInReach } from "../project/index";
import { needProject } from "../project/reach";
import { tenantZone } from "../tenant/zone";
import { ticketKind, ticketKinds } from "../ticket/kind";
import { verb } from "../verb";
import { hourColumns, partOf, tradeRows, weekdayRows } from "./breakdown";
import { cellsIn, readBreakdowns } from "./breakdown.entity";
import { serviceOf, serviceView } from "./compare-row";
import { addSides, definitionVersion } from "./comparison";
import { readKept } from "./kept";
import { monthPeriod, type Period } from "./period";
import { rateView } from "./satisfaction";
import type { BreakdownCell } from "./sheet";
import { figureOf, sidesOf, sumOfCells } from "./terms";

/** What is known of a part of service. */
const partView = z.object({
  created: z.int(),
  completion: rateView,
  completionOnTime: rateView,
  repeatRepair: rateView,
  reopened: rateView,
});
const partFigures = Object.keys(partView.shape) as (keyof typeof partView.shape)[];

export const dashboardInput = z.strictObject({
  month: month.optional(),
  projectId: idOf("project").optional(),
});

export const dashboardView = z.object({
  month: z.string(),
  version: z.int(),
  /** When the figures were last added to; null when there are none. */
  asOf: z.string().nullable(),
  /** The month is closed for one of the projects: its figures are those of then, what tells them apart is as of now. */
  closed: z.boolean(),
  total: serviceView,
  projects: z.array(serviceView.extend({ projectId: z.string(), name: z.string() })),
  /** Those that have anything, kind by kind. */
  categories: z.array(partView.extend({ kind: ticketKind, category: z.string() })),
  trades: z.array(partView.extend({ trade: z.enum(tradeRows) })),
  /** Tickets registered by weekday, Monday first, and hour on the firm's clocks. */
  heat: z.array(z.array(z.int()).length(hourColumns.length)).length(weekdayRows.length),
});

/**
 * A month's service of the member's projects, or of one of them: every figure, and what was registered by category,
 * trade, weekday and hour. Read from what is kept: so many reads as the firm has projects, whatever lies behind them.
 */
export const dashboard = verb({
  name: "figure.dashboard",
  may: "figure.read",
  input: dashboardInput,
  output: dashboardView,
  run: async ({ month: asked, projectId }) => {
    if (projectId) await needProject(projectId);
    const chosen = asked ?? monthOf(isoNow(), await tenantZone());
    const [all, kept, broken] = await Promise.all([
      projectsInReach({ consistent: false }),
      readKept(monthPeriod(chosen)),
      readBreakdowns(chosen),
    ]);
    const projects = all.filter((one) => !projectId || one.projectId === projectId);
    const own = projects.flatMap((one) => kept.get(one.projectId) ?? []);
    const cells = projects.flatMap((one) => broken.get(one.projectId) ?? []).flatMap(cellsIn);
    return {
      month: chosen,
      version: definitionVersion,
      asOf:
        own
          .flatMap(({ asOf }) => asOf || [])
          .sort()
          .at(-1) ?? null,
      closed: own.some(({ closed }) => closed !== undefined),
      total: serviceOf(addSides(own.map(({ shown }) => shown))),
      projects: projects.map((one) => ({
        ...{ projectId: one.projectId, name: one.name },
        ...serviceOf(kept.get(one.projectId)?.shown ?? addSides([])),
      })),
      ...partsOf(cells, monthPeriod(chosen)),
    };
  },
});

type Part = z.input<typeof partView>;

function partsOf(cells: readonly BreakdownCell[], period: Period) {
  const rows = groupBy(cells, ({ family, row }) => `${family}|${row}`);
  const part = (by: "category" | "trade", row: string): Part => {
    const sum = sumOfCells(partOf(rows.get(`${by}|${row}`) ?? [], by, row));
    return Object.fromEntries(
      partFigures.map((figure) => [figure, figureOf(figure, sidesOf(figure, period, sum))]),
    ) as Part;
  };
  const categories = [...new Set(cells.flatMap(({ family, row }) => (family === "category" ? row : [])))].map(
    (row) => {
      const [kind = "", category = ""] = row.split("/");
      return { kind: ticketKind.parse(kind), category, ...part("category", row) };
    },
  );
  const heated = (weekday: string, hour: string) =>
    (rows.get(`heat|${weekday}`) ?? []).reduce(
      (sum, { column, amount }) => (column === hour ? sum + amount : sum),
      0,
    );
  return {
    categories: categories.sort(
      (a, b) =>
        ticketKinds.indexOf(a.kind) - ticketKinds.indexOf(b.kind) ||
        b.created - a.created ||
        (a.category < b.category ? -1 : 1),
    ),
    trades: tradeRows.map((trade) => ({ trade, ...part("trade", trade) })),
    heat: weekdayRows.map((weekday) => hourColumns.map((hour) => heated(weekday, hour))),
  };
}
