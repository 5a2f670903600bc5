import { wallClock } from "../clock";
import { type Document, ink, onEachPage, type Print, paperPdf, soft } from "../paper/document";
import { figureLines } from "./figures";
import type { Report } from "./read";
import { type ColumnName, reportWords } from "./words";

const margin = 36;
const size = 8;
const lineHeight = 15;
/** What fits beside one another on A4 lying down, in points; all else stands in the spreadsheet. */
const shown: readonly (readonly [name: ColumnName, width: number])[] = [
  ["number", 88],
  ["project", 62],
  ["house", 56],
  ["kind", 46],
  ["category", 62],
  ["words", 120],
  ["registeredAt", 76],
  ["doneBy", 48],
  ["completedAt", 76],
  ["completedOnTime", 40],
  ["satisfied", 42],
  ["state", 54],
];
const width = shown.reduce((sum, [, own]) => sum + own, 0);

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

function table(document: Document, { rows, locale }: Report, print: Print) {
  const { columns, onTime, none } = reportWords[locale];
  const names = { ...columns, completedOnTime: onTime };
  const bottom = document.page.height - margin - lineHeight;
  const heading = () =>
    line(
      document,
      shown.map(([name]) => print(names[name])),
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
      shown.map(([name]) => print(oneLine(row[name]))),
      ink,
    );
  }
}

const oneLine = (value: string | number | null) => String(value ?? "").replace(/\s+/g, " ");

/** One line of cells above a thin rule; what is too long for its cell ends in "…". */
function line(document: Document, cells: readonly string[], color: string) {
  const y = document.y;
  let x = margin;
  document.fontSize(size).fillColor(color);
  for (const [index, text] of cells.entries()) {
    const own = shown[index]?.[1] ?? 0;
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
