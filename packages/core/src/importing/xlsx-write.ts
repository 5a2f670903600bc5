import type { Cell } from "./cell";
import { type StyledCell, XlsxBook } from "./xlsx-book";

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
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
}

const longestCell = 32_767;
/** What XML 1.0 forbids, and halves of surrogate pairs: one of them makes Excel refuse the whole file. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
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

/** _x000D_ is how the format writes a CR, so a CR becomes that, and those very letters are marked as letters. */
const escaped = (text: string) => text.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_").replaceAll("\r", "_x000D_");

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

async function firstOf<T>(rows: AsyncIterator<T>, count: number): Promise<T[]> {
  const first: T[] = [];
  while (first.length < count) {
    const next = await rows.next();
    if (next.done) break;
    first.push(next.value);
  }
  return first;
}

async function* inTurn<T>(rows: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T> {
  yield* rows;
}

/** Wide enough for what stands in it, within reason. */
const widths = (columns: readonly SheetColumn[], rows: readonly (readonly Cell[])[]): number[] =>
  columns.map(({ heading, width }, at) => {
    const longest = Math.max(widthOf(heading), ...rows.map((row) => widthOf(row[at])));
    return width ?? Math.min(60, Math.max(8, longest + 2));
  });

const styled = (cells: readonly Cell[], columns: readonly SheetColumn[]): StyledCell[] =>
  cells.map((raw, at) => {
    const value = safeCell(raw);
    if (value === null || value === "") return { value: null };
    return {
      value: typeof value === "string" ? escaped(value) : value,
      format: formatOf(value, columns[at]),
    };
  });

/**
 * Writes an .xlsx to memory, row by row; every export of the product goes through here. Cells are values
 * only, never formulas: text beginning with = + - @ tab or CR stays as it is but as text, in text format, so
 * that neither opening nor editing makes a formula of it. Characters that would break the file are dropped,
 * texts are cut at Excel's 32,767 characters, sheet names made valid and unique. The headings are bold and
 * stay in view.
 */
export async function writeXlsx(sheets: readonly SheetToWrite[]): Promise<Buffer> {
  const book = new XlsxBook();
  const taken = new Set<string>();
  for (const { name, columns, rows } of sheets) {
    const source = inTurn(rows);
    const first = await firstOf(source, 100);
    book.sheet(sheetName(name, taken), widths(columns, first));
    const headings = columns.map(({ heading }) => heading);
    book.row(styled(headings, []).map((cell) => ({ ...cell, bold: true })));
    for (const cells of first) book.row(styled(cells, columns));
    for await (const cells of source) book.row(styled(cells, columns));
  }
  return book.bytes();
}
