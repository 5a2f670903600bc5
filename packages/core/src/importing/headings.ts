import { type Cell, cellText, isBlank, type SheetRow } from "./cell";
import { tidy } from "./cleaners/text";
import { type FieldOf, fieldsOf, type ImportKind } from "./fields";

/** Which column (from 0) holds which field; fields without a column are absent. */
export type Matching<K extends ImportKind> = Partial<Record<FieldOf<K>, number>>;
/** What a person changed of a suggestion; null takes a field away. */
export type MatchingChange<K extends ImportKind> = Partial<Record<FieldOf<K>, number | null>>;

/** A heading without units in brackets, spaces, marks and case: "建筑面积(㎡) *" → "建筑面积". */
export const plainHeading = (heading: string): string =>
  tidy(heading.slice(0, 100))
    .toLowerCase()
    .replace(/['’]s\b/g, "")
    .replace(/[([【{][^)\]】}]*[)\]】}]/g, "")
    .replace(/[\s*:：._/·'’,、-]/g, "");

/** 1000 and less for the same words, the earlier the name the more; under 500 for a name within the heading. */
function likeness(heading: string, names: readonly string[], not?: RegExp): number {
  const same = names.indexOf(heading);
  if (same >= 0) return 1000 - same;
  if (not?.test(heading)) return 0;
  const within = names.filter((name) => name.length > 1 && heading.includes(name));
  return Math.max(0, ...within.map((name) => 100 + name.length * 10 - Math.min(90, heading.length)));
}

interface Candidate<K extends ImportKind> {
  field: FieldOf<K>;
  column: number;
  score: number;
}

function candidates<K extends ImportKind>(kind: K, headings: readonly string[]): Candidate<K>[] {
  const plain = headings.map(plainHeading);
  const all = fieldsOf(kind).flatMap(([field, { names, not }]) =>
    plain.map((heading, column) => ({ field, column, score: heading ? likeness(heading, names, not) : 0 })),
  );
  return all.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score || a.column - b.column);
}

/** The likeliest field of each column by its heading, Chinese or English; each column serves one field. */
export function suggestMatching<K extends ImportKind>(kind: K, headings: readonly string[]): Matching<K> {
  const matching: Matching<K> = {};
  const taken = new Set<number>();
  for (const { field, column } of candidates(kind, headings)) {
    if (matching[field] !== undefined || taken.has(column)) continue;
    matching[field] = column;
    taken.add(column);
  }
  return matching;
}

/**
 * A suggestion with a person's changes: a field moved to a column takes it from the field that had it.
 * Columns outside of `width` and unknown fields are ignored.
 */
export function changeMatching<K extends ImportKind>(
  kind: K,
  suggested: Matching<K>,
  change: MatchingChange<K>,
  width: number,
): Matching<K> {
  const matching = { ...suggested };
  for (const [field] of fieldsOf(kind)) {
    const column = change[field];
    if (column === undefined) continue;
    delete matching[field];
    if (column === null || !Number.isInteger(column) || column < 0 || column >= width) continue;
    for (const [other] of fieldsOf(kind)) {
      if (matching[other] === column) delete matching[other];
    }
    matching[field] = column;
  }
  return matching;
}

/** The required fields that no column serves. */
export const missingFields = <K extends ImportKind>(kind: K, matching: Matching<K>): FieldOf<K>[] =>
  fieldsOf(kind)
    .filter(([field, { required }]) => required && matching[field] === undefined)
    .map(([field]) => field);

/** The texts of a heading row; blank cells are "". */
export const headingTexts = (cells: readonly Cell[]): string[] => cells.map((cell) => cellText(cell).trim());

/** Headings are words: several of them, no numbers, no dates, hardly a digit. */
function looksLikeHeadings(cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  const words = filled.filter((cell) => typeof cell === "string" && cell.length <= 30 && !/\d{2}/.test(cell));
  return new Set(filled).size >= 3 && words.length === filled.length;
}

/**
 * Finds the row of headings among the first rows of a sheet: the one whose cells name the most fields (at
 * least two), whatever titles, dates and blank rows stand before it; failing that, the first row of three or
 * more different words. Gives its index in `rows`, or −1.
 */
export function findHeadings(kind: ImportKind, rows: readonly SheetRow[]): number {
  const counts = rows.map(({ cells }) => Object.keys(suggestMatching(kind, headingTexts(cells))).length);
  const most = Math.max(0, ...counts);
  if (most >= 2) return counts.indexOf(most);
  return rows.findIndex(({ cells }) => looksLikeHeadings(cells));
}
