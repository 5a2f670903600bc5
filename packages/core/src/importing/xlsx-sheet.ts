import type { Cell, SheetRow } from "./cell";
import { ImportError } from "./fault";
import { serialToDate } from "./xlsx-dates";
import { type BookParts, unescapeText } from "./xlsx-parts";
import type { XmlHandler } from "./xml";

/** "AB12" → 27; the letters alone count, from 0. */
export function columnIndex(reference: string): number {
  let index = 0;
  for (const letter of reference.toUpperCase()) {
    if (letter < "A" || letter > "Z") break;
    index = index * 26 + letter.charCodeAt(0) - 64;
  }
  return index - 1;
}

interface OpenCell {
  column: number;
  type: string;
  style: number;
  value: string;
}

function numberOrDate(cell: OpenCell, book: BookParts): Cell {
  const value = Number(cell.value);
  if (cell.value.trim() === "" || !Number.isFinite(value)) return null;
  return (book.dateStyles[cell.style] && serialToDate(value, book.from1904)) || value;
}

function isoDate(value: string): Cell {
  const time = Date.parse(/T/.test(value) && !/Z$/i.test(value) ? `${value}Z` : value);
  return Number.isNaN(time) ? value : new Date(time);
}

/** Errors such as #N/A stay as their text: a cleaner then refuses them by name. */
function cellValue(cell: OpenCell, book: BookParts): Cell {
  if (cell.type === "s") return book.strings[Number(cell.value)] ?? null;
  if (cell.type === "b") return cell.value.trim() === "1" || cell.value.trim() === "true";
  if (cell.type === "d") return isoDate(cell.value.trim());
  if (cell.type === "n") return numberOrDate(cell, book);
  return unescapeText(cell.value);
}

/**
 * Gathers the rows of one sheet while its XML passes by. Formulas (f) are skipped, their cached value (v)
 * is taken. `take()` hands over the rows finished so far. More than `maxColumns` filled columns throw
 * ImportError `too_many_columns`.
 */
export class SheetParser implements XmlHandler {
  private rows: SheetRow[] = [];
  private row = 0;
  private column = -1;
  private cells: Cell[] = [];
  private cell: OpenCell | undefined;
  private inValue = false;
  private inGuide = false;

  constructor(
    private readonly sheet: string,
    private readonly book: BookParts,
    private readonly maxColumns: number,
  ) {}

  open(name: string, attributes: Record<string, string>) {
    if (name === "row") this.openRow(attributes.r);
    else if (name === "c") this.openCell(attributes);
    else if (name === "rPh") this.inGuide = true;
    else this.inValue = (name === "v" || name === "t") && this.cell !== undefined && !this.inGuide;
  }

  text(text: string) {
    if (this.inValue && this.cell) this.cell.value += text;
  }

  close(name: string) {
    this.inValue = false;
    if (name === "rPh") this.inGuide = false;
    if (name === "c") this.closeCell();
    if (name === "row" && this.cells.some((cell) => cell !== null)) {
      this.rows.push({ sheet: this.sheet, row: this.row, cells: this.cells });
    }
  }

  take(): SheetRow[] {
    const taken = this.rows;
    this.rows = [];
    return taken;
  }

  /** Row numbers and cell references may be left out; then each follows the one before. */
  private openRow(number: string | undefined) {
    this.row = number === undefined ? this.row + 1 : Number(number);
    if (!Number.isSafeInteger(this.row) || this.row < 1) throw new ImportError("zip_broken", "row number");
    this.cells = [];
    this.column = -1;
  }

  private openCell(attributes: Record<string, string>) {
    this.column = attributes.r === undefined ? this.column + 1 : columnIndex(attributes.r);
    if (this.column < 0) throw new ImportError("zip_broken", "cell reference");
    const { t: type = "n", s: style = "0" } = attributes;
    this.cell = { column: this.column, type, style: Number(style), value: "" };
  }

  private closeCell() {
    const cell = this.cell;
    this.cell = undefined;
    if (!cell || cell.value === "") return;
    const value = cellValue(cell, this.book);
    if (value === null || value === "") return;
    if (cell.column >= this.maxColumns) throw new ImportError("too_many_columns", `row ${this.row}`);
    while (this.cells.length < cell.column) this.cells.push(null);
    this.cells[cell.column] = value;
  }
}
