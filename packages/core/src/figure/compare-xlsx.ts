import * as z from "zod";
import { dateOf } from "../clock";
import { type Cell, type SheetToWrite, writeXlsx } from "../importing/index";
import { type Locale, locale, Tenant } from "../tenant/tenant.entity";
import { verb } from "../verb";
import { compare, type comparisonView } from "./compare";
import { correctionsSheet, type Words } from "./corrections-xlsx";
import { definitionsSheet } from "./definitions-xlsx";
import { period } from "./period";
import type { Rate } from "./rate";
import * as en from "./words/en";
import type { FigureName } from "./words/words";
import * as zh from "./words/zh-CN";
import { count, type FigureColumn, numberColumn, percent, quotient, rateColumns } from "./xlsx-columns";

type View = z.output<typeof comparisonView>;
type Row = View["total"];
type Column = FigureColumn<Row>;

const words: Record<Locale, Words> = { "zh-CN": zh, en };
const figureNames = Object.keys(en.figureWords) as FigureName[];

/**
 * The comparison as a spreadsheet: a row a project, a rate as the number it is with what stands above and below its
 * line beside it (money in yuan), and a sheet of definitions. In the language asked for, or else the firm's.
 */
export const compareXlsx = verb({
  name: "figure.compareXlsx",
  may: "figure.read",
  input: z.strictObject({ period: period.optional(), locale: locale.optional() }),
  output: z.object({
    fileName: z.string(),
    contentType: z.string(),
    bytes: z.instanceof(Uint8Array<ArrayBufferLike>),
  }),
  run: async (input) => {
    const [view, tenant] = await Promise.all([compare({ period: input.period }), Tenant.need({})]);
    const own = words[input.locale ?? tenant.locale];
    return {
      fileName: `${own.comparisonWords.comparison}-${view.period}.xlsx`,
      contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      bytes: new Uint8Array(
        await writeXlsx([
          comparison(view, own, tenant.zone),
          ...correctionsSheet(linesOf(view, own), own, tenant.zone),
          definitionsSheet({ ...view, figures: figureNames }, own, tenant.zone),
        ]),
      ),
    };
  },
});

/** Every line of the comparison by its name: the projects, and all of them together. */
const linesOf = ({ projects, total }: View, { comparisonWords }: Words) => [
  ...projects.map(({ name, ...row }) => [name, row] as const),
  [comparisonWords.total, total] as const,
];

function comparison(view: View, own: Words, zone: string): SheetToWrite {
  const { comparison: title, project } = own.comparisonWords;
  const columns = [...columnsOf(own), ...closingColumns(own, zone)];
  return {
    name: `${title} ${view.period}`,
    fixedColumns: 1,
    columns: [{ heading: project, width: 24 }, ...columns],
    rows: linesOf(view, own).map(([name, row]): Cell[] => [name, ...columns.map(({ cell }) => cell(row))]),
  };
}

/** When the figures were frozen, and when any of them last changed since. */
const closingColumns = ({ comparisonWords }: Words, zone: string): Column[] => [
  {
    heading: comparisonWords.closedOn,
    width: 14,
    cell: ({ closing }) => closing && dateOf(closing.closedAt, zone),
  },
  { heading: comparisonWords.correctedOn, width: 14, cell: ({ closing }) => closing?.correctedOn ?? null },
];

function columnsOf(own: Words): Column[] {
  const { comparisonWords } = own;
  const number = (name: FigureName, cell: Column["cell"], format?: string): Column =>
    numberColumn(own, name, cell, format);
  const share = (name: FigureName, of: (row: Row) => Rate | null) => rateColumns(own, name, of);
  const bound = (heading: string, format: string, cell: Column["cell"]): Column => ({
    ...{ heading, width: 14, format, cell },
  });
  const satisfied = share("satisfied", ({ satisfaction }) => satisfaction.satisfied);
  return [
    { ...satisfied[0], cell: (row) => hidden(row, own) ?? satisfied[0].cell(row) },
    bound(comparisonWords.low, percent, ({ satisfaction }) => satisfaction.interval?.low ?? null),
    bound(comparisonWords.high, percent, ({ satisfaction }) => satisfaction.interval?.high ?? null),
    ...satisfied.slice(1),
    number("score", ({ satisfaction }) => quotient(satisfaction.score), "0.0"),
    number("rank", ({ satisfaction }) => satisfaction.rank),
    bound(comparisonWords.bestRank, count, ({ satisfaction }) => satisfaction.rankRange?.best ?? null),
    bound(comparisonWords.worstRank, count, ({ satisfaction }) => satisfaction.rankRange?.worst ?? null),
    ...share("response", ({ satisfaction }) => satisfaction.response),
    ...share("current", ({ collection }) => collection.current),
    ...share("asOfNow", ({ collection }) => collection.asOfNow),
    ...share("yearToDate", ({ collection }) => collection.yearToDate),
    ...share("arrearsRecovery", ({ collection }) => collection.arrearsRecovery),
    ...share("overall", ({ collection }) => collection.overall),
    ...share("households", ({ collection }) => collection.households),
    ...share("waived", ({ collection }) => collection.waived),
    ...share("developer", ({ collection }) => collection.developer),
    number("created", ({ service }) => service.created),
    ...share("completion", ({ service }) => service.completion),
    ...share("responseOnTime", ({ service }) => service.responseOnTime),
    ...share("verifiedOnTime", ({ service }) => service.verifiedOnTime),
    ...share("onSiteOnTime", ({ service }) => service.onSiteOnTime),
    ...share("answeredOnTime", ({ service }) => service.answeredOnTime),
    ...share("completionOnTime", ({ service }) => service.completionOnTime),
    ...share("callbackIn24h", ({ service }) => service.callbackIn24h),
    ...share("callbackSatisfied", ({ service }) => service.callbackSatisfied),
    ...share("repeatRepair", ({ service }) => service.repeatRepair),
    ...share("reopened", ({ service }) => service.reopened),
    number("complaints", ({ service }) => service.complaints),
    ...share("complaintsHandled", ({ service }) => service.complaintsHandled),
  ];
}

const hidden = ({ satisfaction }: Row, { comparisonWords }: Words) =>
  satisfaction.visibility === "hidden" ? comparisonWords.hidden : undefined;
