import type { Cell } from "./cell";
import { type RowReason, rowReasons } from "./reasons";
import type { Problem, RefusedRow } from "./row";
import { type SheetToWrite, writeXlsx } from "./xlsx-write";

/** The languages of the reason column. */
export type ReasonLocale = "zh-CN" | "en";

const reasonHeading = { zh: "退回原因", en: "Reason for refusal" } as const;

const language = (locale: ReasonLocale) => (locale === "en" ? "en" : "zh");

/** The reason in words. */
export const reasonText = (reason: RowReason, locale: ReasonLocale): string =>
  rowReasons[reason][language(locale)];

function problemText({ column, reason, value }: Problem, locale: ReasonLocale): string {
  const words = reasonText(reason, locale);
  const where = column && value ? `${column} “${value.slice(0, 80)}”` : column;
  if (!where) return words;
  return locale === "en" ? `${where}: ${words}` : `${where}：${words}`;
}

/** All that is wrong with a row, in words. */
export const refusalText = (row: RefusedRow, locale: ReasonLocale): string =>
  [row, ...row.others].map((problem) => problemText(problem, locale)).join(locale === "en" ? "; " : "；");

const sameHeadings = (row: RefusedRow) => `${row.sheet}\n${row.headings.join("\n")}`;

function padded(cells: readonly Cell[], width: number): Cell[] {
  return Array.from({ length: width }, (_, at) => cells[at] ?? null);
}

/** A reason column left from an earlier round is written anew. */
const withoutReason = (row: RefusedRow): RefusedRow => {
  const last = row.headings.at(-1);
  const isReason = last === reasonHeading.zh || last === reasonHeading.en;
  if (!isReason) return row;
  const headings = row.headings.slice(0, -1);
  return { ...row, headings, cells: row.cells.slice(0, headings.length) };
};

function toSheet(rows: readonly RefusedRow[], locale: ReasonLocale): SheetToWrite {
  const [first] = rows;
  const width = Math.max(...rows.map(({ headings, cells }) => Math.max(headings.length, cells.length)));
  const headings = padded(first?.headings ?? [], width).map((heading) => ({
    heading: String(heading ?? ""),
  }));
  return {
    name: first?.sheet ?? "",
    columns: [...headings, { heading: reasonHeading[language(locale)], width: 50 }],
    rows: rows.map((row) => [...padded(row.cells, width), refusalText(row, locale)]),
  };
}

/**
 * The refused rows as an .xlsx to correct and send again: a sheet for each sheet they came from, with its
 * name, its headings and the cells as they were, and one more column that says what is wrong. It can be
 * imported as it is: the headings are found again, the reason column is ignored. Refusals of whole sheets
 * have no cells and are left out.
 */
export function writeRefused(rows: Iterable<RefusedRow>, locale: ReasonLocale): Promise<Buffer> {
  const groups = new Map<string, RefusedRow[]>();
  for (const row of rows) {
    if (row.cells.length === 0) continue;
    const plain = withoutReason(row);
    const key = sameHeadings(plain);
    groups.set(key, [...(groups.get(key) ?? []), plain]);
  }
  return writeXlsx([...groups.values()].map((group) => toSheet(group, locale)));
}
