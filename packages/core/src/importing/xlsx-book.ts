import type { Cell } from "./cell";
import { type Part, zipOf } from "./zip-write";

/** A cell and how it is shown: a number format such as "0.0%", bold. */
export type StyledCell = { value: Cell; format?: string; bold?: boolean };

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Formats that Excel knows by number; those of our own begin at 164. */
const builtIn: Record<string, number> = { General: 0, "@": 49 };
const firstOwn = 164;
/** Days from Excel's day 0, 30 December 1899, to 1 January 1970. */
const epochDay = 25_569;

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (char) => escapes[char] ?? "");

const columnName = (at: number): string =>
  at < 0 ? "" : columnName(Math.floor(at / 26) - 1) + String.fromCharCode(65 + (at % 26));

/** Gives each different thing a number, from 0, in the order they come. */
class Numbered {
  readonly all = new Map<string, number>();
  of(text: string): number {
    const known = this.all.get(text) ?? this.all.size;
    this.all.set(text, known);
    return known;
  }
}

/**
 * A workbook in the making (ECMA-376): sheets of values, texts shared, formats and bold as styles, the first row in
 * view. Cells are values only; there is no way to write a formula.
 */
export class XlsxBook {
  private readonly sheets: { name: string; rows: string[]; widths: readonly number[] }[] = [];
  private readonly texts = new Numbered();
  private readonly styles = new Numbered();

  constructor() {
    this.styles.of(JSON.stringify(["General", false]));
  }

  /** Begins a sheet; `widths` of its columns in characters. Its name must be valid and new. */
  sheet(name: string, widths: readonly number[]) {
    this.sheets.push({ name, rows: [], widths });
  }

  /** Adds a row to the sheet begun last. */
  row(cells: readonly StyledCell[]) {
    const rows = this.sheets.at(-1)?.rows;
    if (!rows) throw new Error("A row needs a sheet");
    const number = rows.length + 1;
    const filled = cells.map((cell, at) => this.cell(`${columnName(at)}${number}`, cell)).join("");
    rows.push(`<row r="${number}">${filled}</row>`);
  }

  /** The whole file. */
  bytes(): Buffer {
    const ids = this.sheets.map((_, at) => at + 1);
    return zipOf([
      { name: "[Content_Types].xml", text: contentTypes(ids) },
      { name: "_rels/.rels", text: relations([["officeDocument", "xl/workbook.xml"]]) },
      { name: "xl/workbook.xml", text: workbook(this.sheets.map(({ name }) => name)) },
      {
        name: "xl/_rels/workbook.xml.rels",
        text: relations([
          ...ids.map((id) => ["worksheet", `worksheets/sheet${id}.xml`] as const),
          ["styles", "styles.xml"],
          ["sharedStrings", "sharedStrings.xml"],
        ]),
      },
      { name: "xl/styles.xml", text: this.styleSheet() },
      { name: "xl/sharedStrings.xml", text: this.sharedStrings() },
      ...this.sheets.map(
        (sheet, at): Part => ({ name: `xl/worksheets/sheet${at + 1}.xml`, text: page(sheet) }),
      ),
    ]);
  }

  private cell(place: string, { value, format = "General", bold = false }: StyledCell): string {
    if (value === null) return "";
    const style = this.styles.of(JSON.stringify([format, bold]));
    const at = `<c r="${place}"${style ? ` s="${style}"` : ""}`;
    if (typeof value === "string") return `${at} t="s"><v>${this.texts.of(value)}</v></c>`;
    if (typeof value === "boolean") return `${at} t="b"><v>${value ? 1 : 0}</v></c>`;
    return `${at}><v>${value instanceof Date ? value.getTime() / 86_400_000 + epochDay : value}</v></c>`;
  }

  private sharedStrings(): string {
    const items = [...this.texts.all.keys()].map(
      (text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`,
    );
    return `${head}<sst xmlns="${main}" uniqueCount="${items.length}">${items.join("")}</sst>`;
  }

  private styleSheet(): string {
    const used = [...this.styles.all.keys()].map((key) => JSON.parse(key) as [string, boolean]);
    const own = [...new Set(used.map(([format]) => format))].filter((format) => !(format in builtIn));
    const idOf = (format: string) => builtIn[format] ?? firstOwn + own.indexOf(format);
    const formats = own.map(
      (format) => `<numFmt numFmtId="${idOf(format)}" formatCode="${escaped(format)}"/>`,
    );
    const cells = used.map(
      ([format, bold]) =>
        `<xf numFmtId="${idOf(format)}" fontId="${bold ? 1 : 0}" fillId="0" borderId="0" xfId="0"` +
        ` applyNumberFormat="1" applyFont="1"/>`,
    );
    const font = '<sz val="11"/><name val="Calibri"/>';
    return [
      `${head}<styleSheet xmlns="${main}">`,
      own.length > 0 ? `<numFmts count="${own.length}">${formats.join("")}</numFmts>` : "",
      `<fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts>`,
      '<fills count="2"><fill><patternFill patternType="none"/></fill>',
      '<fill><patternFill patternType="gray125"/></fill></fills>',
      '<borders count="1"><border/></borders>',
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      `<cellXfs count="${cells.length}">${cells.join("")}</cellXfs></styleSheet>`,
    ].join("");
  }
}

const page = ({ rows, widths }: { rows: string[]; widths: readonly number[] }) =>
  [
    `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">`,
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    widths.length > 0
      ? `<cols>${widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join("")}</cols>`
      : "",
    "<sheetData>",
    ...rows,
    "</sheetData></worksheet>",
  ].join("");

const workbook = (names: readonly string[]) =>
  `${head}<workbook xmlns="${main}" xmlns:r="${office}"><bookViews><workbookView/></bookViews><sheets>${names
    .map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join("")}</sheets></workbook>`;

const relations = (targets: readonly (readonly [type: string, target: string])[]) =>
  `${head}<Relationships xmlns="${packages}/relationships">${targets
    .map(
      ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${type}" Target="${target}"/>`,
    )
    .join("")}</Relationships>`;

function contentTypes(ids: readonly number[]): string {
  const sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const parts = [
    ["workbook.xml", "sheet.main"],
    ["styles.xml", "styles"],
    ["sharedStrings.xml", "sharedStrings"],
    ...ids.map((id) => [`worksheets/sheet${id}.xml`, "worksheet"]),
  ];
  const overrides = parts.map(
    ([name, type]) => `<Override PartName="/xl/${name}" ContentType="${sheet}.${type}+xml"/>`,
  );
  return [
    `${head}<Types xmlns="${packages}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    ...overrides,
    "</Types>",
  ].join("");
}
