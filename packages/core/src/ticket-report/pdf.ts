import { wallClock } from "../clock";
import { yuan } from "../money";
import { type Document, ink, onEachPage, type Print, paperPdf, soft } from "../paper/document";
import type { Value } from "./columns";
import { figureLines } from "./figures";
import type { Report } from "./read";
import { type ColumnName, type ReportList, reportWords } from "./words";

const margin = 36;
const size = 8;
const lineHeight = 15;
type Columns = readonly (readonly [name: ColumnName, width: number])[];
/** What fits beside one another on A4 lying down, in points; all else stands in the spreadsheet. */
const shown: Record<ReportList, Columns> = {
  all: [
    ["number", 84],
    ["project", 56],
    ["house", 50],
    ["kind", 38],
    ["category", 56],
    ["words", 96],
    ["registeredAt", 76],
    ["doneBy", 42],
    ["completedAt", 76],
    ["used", 62],
    ["completedOnTime", 40],
    ["satisfied", 40],
    ["state", 54],
  ],
  paid: [
    ["number", 88],
    ["project", 58],
    ["house", 52],
    ["lines", 112],
    ["labour", 46],
    ["materials", 46],
    ["total", 50],
    ["used", 60],
    ["consent", 34],
    ["consentAt", 76],
    ["doneBy", 44],
    ["completedAt", 76],
    ["payment", 28],
  ],
};
const money: ReadonlySet<ColumnName> = new Set(["labour", "materials", "total"]);
const width = 770;

/** A ticket report as a PDF on A4, lying down. The same report always makes the same bytes. */
export function reportPdf(report: Report): Promise<Uint8Array> {
  const { firm, at, locale } = report;
  const paper = { title: titleOf(report), author: firm, at, locale, layout: "landscape", margin } as const;
  return paperPdf(paper, (document, print) => {
    head(document, report, print);
    figures(document, report, print);
    table(document, report, print);
    onEachPage(document, (page) => foot(document, report, page, print));
  });
}

const titleOf = ({ list, locale, month }: Report) => `${reportWords[locale].title[list]} ${month}`;

function head(document: Document, report: Report, print: Print) {
  const { firm, project, locale } = report;
  document
    .fillColor(soft)
    .fontSize(10)
    .text(print(`${firm} · ${project ?? reportWords[locale].allProjects}`));
  document.moveDown(0.2).fillColor(ink).lineWidth(0.4).strokeColor(ink);
  document.fontSize(18).text(print(titleOf(report)), { fill: true, stroke: true });
  document.moveDown(0.6);
}

/** Five figures beside one another, each with its sides below. */
function figures(document: Document, report: Report, print: Print) {
  const lines = figureLines(report);
  const each = width / 5;
  const top = document.y;
  for (const [index, [name, value, sides]] of lines.entries()) {
    const x = margin + (index % 5) * each;
    const y = top + Math.floor(index / 5) * 44;
    const within = { width: each - 8, lineBreak: false };
    document.fontSize(8).fillColor(soft).text(print(name), x, y, within);
    document
      .fontSize(13)
      .fillColor(ink)
      .text(value, x, y + 10, within);
    document
      .fontSize(7)
      .fillColor(soft)
      .text(sides, x, y + 27, within);
  }
  document.x = margin;
  document.y = top + Math.ceil(lines.length / 5) * 44 + 6;
}

function table(document: Document, { rows, locale, list }: Report, print: Print) {
  const { columns, onTime, none, short } = reportWords[locale];
  const names = { ...columns, completedOnTime: onTime, ...short };
  const own = shown[list];
  const bottom = document.page.height - margin - lineHeight;
  const heading = () =>
    line(
      document,
      own,
      own.map(([name]) => print(names[name])),
      soft,
    );
  heading();
  if (rows.length === 0)
    document
      .fontSize(10)
      .fillColor(soft)
      .text(none, margin, document.y + 8);
  for (const row of rows) {
    if (document.y > bottom) {
      document.addPage();
      heading();
    }
    line(
      document,
      own,
      own.map(([name]) => print(cell(name, row[name] ?? null))),
      ink,
    );
  }
}

const oneLine = (value: string | number | null) => String(value ?? "").replace(/\s+/g, " ");
const cell = (name: ColumnName, value: Value) =>
  money.has(name) && value !== null ? yuan(Math.round(Number(value) * 100)) : oneLine(value);

/** One line of cells above a thin rule; what is too long for its cell ends in "…". */
function line(document: Document, columns: Columns, cells: readonly string[], color: string) {
  const y = document.y;
  let x = margin;
  document.fontSize(size).fillColor(color);
  for (const [index, text] of cells.entries()) {
    const own = columns[index]?.[1] ?? 0;
    document.text(fitting(document, text, own - 6), x, y + 3, { lineBreak: false });
    x += own;
  }
  document.x = margin;
  document.y = y + lineHeight;
  document
    .lineWidth(0.4)
    .moveTo(margin, document.y)
    .lineTo(margin + width, document.y)
    .stroke("#d7dde3");
}

/** As much of a text as has room, in points. */
function fitting(document: Document, text: string, room: number): string {
  if (document.widthOfString(text) <= room) return text;
  const all = [...text].slice(0, Math.ceil(room / 2));
  while (all.length > 0 && document.widthOfString(`${all.join("")}…`) > room) all.pop();
  return `${all.join("")}…`;
}

function foot(document: Document, { rows, locale, at, zone }: Report, page: string, print: Print) {
  const { made, rows: count } = reportWords[locale];
  const moment = wallClock(at, zone).slice(0, 16).replace("T", " ");
  document.fontSize(8).fillColor(soft);
  document.text(
    print([`${made} ${moment}`, `${count} ${rows.length}`, page].join("    ")),
    margin,
    document.page.height - 26,
    { width, align: "right", lineBreak: false },
  );
}
