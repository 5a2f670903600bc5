import * as z from "zod";
import { type Cell, writeXlsx } from "../importing/index";
import { verb } from "../verb";
import { figureLines } from "./figures";
import { reportPdf } from "./pdf";
import { type Report, readReport, reportInput } from "./read";
import { columnsOf, reportWords } from "./words";

/** So many rows fit on a sheet that a function makes in its time, and on paper that anybody reads. */
const most = { sheet: 20_000, paper: 2_000 } as const;

const file = z.object({
  fileName: z.string(),
  contentType: z.string(),
  bytes: z.instanceof(Uint8Array<ArrayBufferLike>),
});

const nameOf = ({ month, list, locale, project }: Report, ending: string) =>
  [reportWords[locale].title[list], project, month].filter(Boolean).join("-") + ending;

/** A month's tickets, or its paid services, as a spreadsheet: one row a ticket, and a sheet of the month's figures. */
export const ticketReportXlsx = verb({
  name: "ticket.reportXlsx",
  may: "figure.read",
  input: reportInput,
  output: file,
  run: async (input) => {
    const report = await readReport(input, most.sheet);
    const words = reportWords[report.locale];
    const columns = columnsOf[report.list];
    const tickets = {
      name: `${words.title[report.list]} ${report.month}`,
      fixedColumns: 1,
      columns: columns.map((name) => ({ heading: words.columns[name] })),
      rows: report.rows.map((row): Cell[] => columns.map((name) => row[name] ?? null)),
    };
    const figures = {
      name: words.figures,
      columns: [{ heading: words.figures, width: 24 }, { heading: report.month }, { heading: "", width: 16 }],
      rows: figureLines(report),
    };
    return {
      fileName: nameOf(report, ".xlsx"),
      contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      bytes: new Uint8Array(await writeXlsx([tickets, figures])),
    };
  },
});

/** The same on paper: the figures above, a line a ticket below. */
export const ticketReportPdf = verb({
  name: "ticket.reportPdf",
  may: "figure.read",
  input: reportInput,
  output: file,
  run: async (input) => {
    const report = await readReport(input, most.paper);
    return {
      fileName: nameOf(report, ".pdf"),
      contentType: "application/pdf",
      bytes: await reportPdf(report),
    };
  },
});
