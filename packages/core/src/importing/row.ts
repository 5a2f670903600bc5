import { type Cell, cellText, type SheetRow } from "./cell";
import { tidy } from "./cleaners/text";
import type { FieldOf, ImportKind } from "./fields";
import type { SheetHead } from "./located";
import type { RowReason } from "./reasons";

/** What is wrong with one cell; `column` is its heading, `value` its text as it came, at most 200 characters. */
export interface Problem {
  column: string;
  reason: RowReason;
  value: string;
}

/** A row that is not taken in. The first problem stands in front, further ones in `others`. */
export interface RefusedRow extends Problem {
  kind: "refused";
  sheet: string;
  row: number;
  others: Problem[];
  /** The sheet's headings and the row's cells, for the file to correct and send again. */
  headings: string[];
  cells: Cell[];
}

/** Reads the fields of one row by the sheet's matching and gathers what is wrong with them. */
export class RowReader<K extends ImportKind> {
  readonly problems: Problem[] = [];

  constructor(
    readonly head: SheetHead<K>,
    readonly data: SheetRow,
  ) {}

  cell(field: FieldOf<K>): Cell {
    const column = this.head.matching[field];
    return column === undefined ? null : (this.data.cells[column] ?? null);
  }

  has(field: FieldOf<K>): boolean {
    return this.head.matching[field] !== undefined;
  }

  problem(field: FieldOf<K>, reason: RowReason): undefined {
    const column = this.head.matching[field];
    const heading = column === undefined ? field : (this.head.headings[column] ?? field);
    this.problems.push({ column: heading, reason, value: cellText(this.cell(field)).slice(0, 200) });
  }

  /** The value, or the problem noted and undefined. */
  need<T>(field: FieldOf<K>, value: T | undefined, reason: RowReason): T | undefined {
    return value === undefined ? this.problem(field, reason) : value;
  }

  refused(): RefusedRow {
    const [first, ...others] = this.problems;
    if (!first) throw new Error("a row without a problem cannot be refused");
    const { sheet, row, cells } = this.data;
    return { kind: "refused", sheet, row, ...first, others, headings: this.head.headings, cells };
  }
}

/** The project that a sheet is named after; the names that programs give by themselves name none. */
const namedBySheet = (sheet: string): string => {
  const name = tidy(sheet);
  return /^(?:sheet|工作表|表)\s*\d*$/i.test(name) ? "" : name;
};

/** The project of a row: its own column, else the sheet's name, else `fallback`; a problem when none is left. */
export function readProject(reader: RowReader<"houses"> | RowReader<"arrears">, fallback = ""): string {
  const own: Cell = reader.cell("project");
  const name = tidy(own) || namedBySheet(reader.data.sheet) || fallback;
  if (name === "") reader.problem("project", "project_missing");
  if (name.length > 60) reader.problem("project", "text_too_long");
  return name;
}

/** The one refusal of a sheet that cannot be read: no headings, or required columns missing. */
export function refusedSheet<K extends ImportKind>(head: SheetHead<K>): RefusedRow | undefined {
  const known = Object.keys(head.matching).length;
  if (head.missing.length === 0) return undefined;
  const reason = known < 2 ? "headings_missing" : "columns_missing";
  const value = head.missing.join(", ");
  const { sheet, row, headings } = head;
  return { kind: "refused", sheet, row, column: "", reason, value, others: [], headings, cells: [] };
}
