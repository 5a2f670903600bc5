import type { PreviewSheet } from "./useImport";

/** A field to its column (from 0), or null for none. */
export type Matching = Record<string, number | null>;

/** What is matched in a sheet now, every field named: what is left out would follow the suggestion again. */
export const matchingOf = (fields: readonly { field: string }[], sheet: PreviewSheet): Matching =>
  Object.fromEntries(fields.map(({ field }) => [field, sheet.matching[field] ?? null]));

/** Gives a field another column (or none); a field that had this column loses it, since no column can be two. */
export function rematched(matching: Matching, field: string, column: number | null): Matching {
  const others = Object.entries(matching).map(([name, at]) => [name, at === column ? null : at]);
  return { ...Object.fromEntries(others), [field]: column };
}

/** Whether all sheets have the same headings, so that one matching can serve them all. */
export const alike = (sheets: readonly PreviewSheet[]): boolean =>
  sheets.length > 1 && sheets.every(({ headings }) => headings.join("\t") === sheets[0]?.headings.join("\t"));
