import type { SheetData } from "write-excel-file/node";
import type { Cell } from "./cell";

/**
 * One column of an export. `width` is in characters; without it the heading and the first rows decide. `format` is
 * how its numbers are shown, such as "0.0%".
 */
export interface SheetColumn {
  heading: string;
  width?: number;
  format?: string;
}

/** One sheet of an export; rows may come from anywhere and are taken one at a time. */
export interface SheetToWrite {
  name: string;
  columns: readonly SheetColumn[];
  /** So many columns stay in view when one goes to the right. */
  fixedColumns?: number;
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
}

const longestCell = 32_767;
/** What XML 1.0 forbids, which makes Excel refuse the whole file, and what it advises against (2.2): controls, no characters. */
const forbidden = /[^\t\n\r\u0020-\u007e\u0085\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|\p{NChar}/gu;
const looksLikeFormula = /^[=+\-@\t\r＝＋－@]/;

const isWide = (char: string) =>
  /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/.test(char);
const widthOf = (cell: Cell | undefined): number => {
  if (cell instanceof Date) return 10;
  return [...String(cell ?? "")].reduce((sum, char) => sum + (isWide(char) ? 2 : 1), 0);
};

/** A sheet name that Excel accepts and that no other sheet of the file has. */
function sheetName(name: string, taken: Set<string>): string {
  const plain = name
    .replace(/[[\]:*?/\\\s]+/g, " ")
    .replace(forbidden, "")
    .replace(/^'+|'+$/g, "")
    .trim();
  const base = plain.slice(0, 31) || "Sheet";
  let unique = base;
  for (let n = 2; taken.has(unique.toLowerCase()); n++)
    unique = `${base.slice(0, 31 - `(${n})`.length)}(${n})`;
  taken.add(unique.toLowerCase());
  return unique;
}

/** How the format writes a character by its number. */
const numbered = (char: string) => `_x${char.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}_`;

/**
 * A CR is written by its number, and what looks like a number (_x000D_) is marked as letters. The library finds
 * "toString" and its like in the plain object it keeps texts in, without their having been put there: nor would they
 * be written, but for a first letter by its number.
 */
function escaped(text: string): string {
  const safe = text.replace(/_(?=x[0-9a-f]{4}_)/gi, numbered).replaceAll("\r", numbered);
  return safe in {} ? numbered(safe) + safe.slice(1) : safe;
}

const safeCell = (cell: Cell): Cell => {
  if (typeof cell === "string") return cell.replace(forbidden, "").slice(0, longestCell);
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : null;
  return cell instanceof Date && Number.isNaN(cell.getTime()) ? null : cell;
};

/** Text format keeps a cell text even when somebody edits it and presses Enter. */
const formatOf = (cell: Cell, column: SheetColumn | undefined): string | undefined => {
  if (cell instanceof Date) return "yyyy-mm-dd";
  if (typeof cell === "number") return column?.format;
  return typeof cell === "string" && looksLikeFormula.test(cell) ? "@" : undefined;
};

/** Wide enough for what stands in it, within reason. */
const widths = (columns: readonly SheetColumn[], rows: readonly (readonly Cell[])[]) =>
  columns.map(({ heading, width }, at) => {
    const longest = Math.max(widthOf(heading), ...rows.slice(0, 100).map((row) => widthOf(row[at])));
    return { width: width ?? Math.min(60, Math.max(8, longest + 2)) };
  });

type Styled = SheetData[number][number];

const styled = (raw: Cell, column?: SheetColumn): Styled => {
  const value = safeCell(raw);
  if (value === null || value === "") return null;
  const format = formatOf(value, column);
  if (typeof value === "string") return { type: String, value: escaped(value), format };
  if (typeof value === "number") return { type: Number, value, format };
  return value instanceof Date ? { type: Date, value, format } : { type: Boolean, value };
};

const heading = ({ heading: text }: SheetColumn): Styled => {
  const cell = styled(text);
  return cell && typeof cell === "object" && "value" in cell
    ? { ...cell, fontWeight: "bold", wrap: true, alignVertical: "top" }
    : cell;
};

async function gathered<T>(rows: Iterable<T> | AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

/**
 * Writes an .xlsx to memory; every export of the product goes through here. Cells are values only, never formulas:
 * text beginning with = + - @ tab or CR stays as it is but as text, in text format, so that neither opening nor
 * editing makes a formula of it. Characters that would break the file are dropped, texts are cut at Excel's 32,767
 * characters, sheet names made valid and unique. The headings are bold, in as many lines as
 * they need, and stay in view.
 */
export async function writeXlsx(sheets: readonly SheetToWrite[]): Promise<Buffer> {
  const { default: writeExcelFile } = await import("write-excel-file/node");
  const taken = new Set<string>();
  const pages = [];
  for (const { name, columns, fixedColumns, rows } of sheets) {
    const cells = await gathered(rows);
    pages.push({
      sheet: sheetName(name, taken),
      columns: widths(columns, cells),
      stickyRowsCount: 1,
      stickyColumnsCount: fixedColumns,
      data: [columns.map(heading), ...cells.map((row) => row.map((cell, at) => styled(cell, columns[at])))],
    });
  }
  return writeExcelFile(pages).toBuffer();
}
