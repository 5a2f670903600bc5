import * as z from "zod";
import { categoryTree } from "../category/current";
import { categoryIn, type Tree } from "../category/tree";
import { type SheetToWrite, writeXlsx } from "../importing/index";
import { type Locale, locale, Tenant } from "../tenant/tenant.entity";
import { reportWords } from "../ticket-report/words";
import { verb } from "../verb";
import { hourColumns } from "./breakdown";
import { dashboard, dashboardInput, type dashboardView } from "./dashboard";
import { definitionsSheet } from "./definitions-xlsx";
import * as en from "./words/en";
import * as zh from "./words/zh-CN";
import { count, type FigureColumn, numberColumn, percent, quotient, rateColumns } from "./xlsx-columns";

type View = z.output<typeof dashboardView>;
type Part = View["trades"][number] | View["categories"][number];
/** What the sheets are made of, and in which words. */
type Setting = { view: View; own: typeof zh | typeof en; locale: Locale };

const words = { "zh-CN": zh, en };
/** The clocks in the order in which they run out. */
const clocks = [
  ...(["responseOnTime", "verifiedOnTime", "onSiteOnTime"] as const),
  ...(["answeredOnTime", "completionOnTime", "callbackIn24h"] as const),
] as const;
const rates = [
  ...(["completion", ...clocks] as const),
  ...(["callbackSatisfied", "repeatRepair", "reopened", "complaintsHandled"] as const),
] as const;

/**
 * The dashboard as a spreadsheet: a sheet for each way a month's service is told apart. Rates as the numbers they are,
 * with what stands above and below their line beside them. In the language asked for, or else the firm's.
 */
export const dashboardXlsx = verb({
  name: "figure.dashboardXlsx",
  may: "figure.read",
  input: dashboardInput.extend({ locale: locale.optional() }),
  output: z.object({
    fileName: z.string(),
    contentType: z.string(),
    bytes: z.instanceof(Uint8Array<ArrayBufferLike>),
  }),
  run: async ({ locale: asked, ...input }) => {
    const [view, tenant, tree] = await Promise.all([dashboard(input), Tenant.need({}), categoryTree()]);
    const chosen = asked ?? tenant.locale;
    const setting = { view, own: words[chosen], locale: chosen };
    const { dashboardWords } = setting.own;
    const project = input.projectId && view.projects[0]?.name;
    return {
      fileName: `${[dashboardWords.dashboard, project, view.month].filter(Boolean).join("-")}.xlsx`,
      contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      bytes: new Uint8Array(
        await writeXlsx([
          projectSheet(setting),
          clockSheet(setting),
          categorySheet(setting, tree),
          tradeSheet(setting),
          hourSheet(setting),
          definitionSheet(setting, tenant.zone),
        ]),
      ),
    };
  },
});

/** Every figure of service, project by project and of all. */
function projectSheet({ view, own }: Setting): SheetToWrite {
  const columns: FigureColumn<View["total"]>[] = [
    numberColumn(own, "created", (row) => row.created),
    numberColumn(own, "complaints", (row) => row.complaints),
    ...rates.flatMap((name) => rateColumns<View["total"]>(own, name, (row) => row[name])),
  ];
  const lines = [
    ...view.projects.map(({ name, ...row }) => [name, row] as const),
    [own.comparisonWords.total, view.total] as const,
  ];
  return {
    name: own.dashboardWords.projects,
    fixedColumns: 1,
    columns: [{ heading: own.comparisonWords.project, width: 24 }, ...columns],
    rows: lines.map(([name, row]) => [name, ...columns.map(({ cell }) => cell(row))]),
  };
}

function clockSheet({ view, own: { dashboardWords, figureWords } }: Setting): SheetToWrite {
  return {
    name: dashboardWords.clocks,
    columns: [
      { heading: dashboardWords.clock, width: 28 },
      { heading: dashboardWords.kept, format: percent },
      { heading: dashboardWords.onTime, format: count },
      { heading: dashboardWords.due, format: count },
    ],
    rows: clocks.map((clock) => {
      const rate = view.total[clock];
      return [figureWords[clock].name, quotient(rate), rate?.numerator ?? null, rate?.denominator ?? null];
    }),
  };
}

const partColumns = (own: Setting["own"]): FigureColumn<Part>[] => [
  numberColumn(own, "created", (part) => part.created),
  ...(["completion", "completionOnTime", "reopened", "repeatRepair"] as const).flatMap((name) =>
    rateColumns<Part>(own, name, (part) => part[name]),
  ),
];

function categorySheet({ view, own, locale: chosen }: Setting, tree: Tree): SheetToWrite {
  const { dashboardWords } = own;
  const columns = partColumns(own);
  return {
    name: dashboardWords.categories,
    fixedColumns: 2,
    columns: [
      { heading: dashboardWords.kind, width: 14 },
      { heading: dashboardWords.category, width: 24 },
      ...columns,
    ],
    rows: view.categories.map((part) => [
      reportWords[chosen].kinds[part.kind],
      categoryIn(tree, part.kind, part.category)?.names[chosen] ?? part.category,
      ...columns.map(({ cell }) => cell(part)),
    ]),
  };
}

function tradeSheet({ view, own }: Setting): SheetToWrite {
  const { dashboardWords } = own;
  const columns = partColumns(own);
  return {
    name: dashboardWords.trades,
    fixedColumns: 1,
    columns: [{ heading: dashboardWords.trade, width: 28 }, ...columns],
    rows: view.trades.map((part) => [
      dashboardWords.tradeNames[part.trade],
      ...columns.map(({ cell }) => cell(part)),
    ]),
  };
}

/** Tickets registered: a row a weekday, a column an hour. */
const hourSheet = ({ view, own: { dashboardWords } }: Setting): SheetToWrite => ({
  name: dashboardWords.hours,
  fixedColumns: 1,
  columns: [
    { heading: dashboardWords.weekday, width: 14 },
    ...hourColumns.map((hour) => ({ heading: `${hour}:00`, width: 8, format: count })),
  ],
  rows: view.heat.map((hours, day) => [dashboardWords.weekdays[day] ?? null, ...hours]),
});

function definitionSheet({ view, own }: Setting, zone: string): SheetToWrite {
  const { month: period, asOf, version, closed } = view;
  const note = closed ? own.dashboardWords.closed : undefined;
  return definitionsSheet(
    { figures: ["created", "complaints", ...rates], period, asOf, version, note },
    own,
    zone,
  );
}
