/** What stands in a cell. Dates are midnight UTC of the day written; formulas give their cached value. */
export type Cell = string | number | Date | boolean | null;

/** One row that has at least one filled cell; `row` counts from 1 as in Excel, `cells` starts at column A. */
export interface SheetRow {
  /** The sheet's name; empty for a CSV. */
  sheet: string;
  row: number;
  cells: Cell[];
}

/** A cell with nothing in it, or only white space. */
export const isBlank = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "");

const dayOf = (date: Date) => {
  const iso = date.toISOString();
  return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso.slice(0, 16).replace("T", " ");
};

/** The cell as people would write it: dates as YYYY-MM-DD, nothing as "". */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  return cell instanceof Date ? dayOf(cell) : String(cell);
}
