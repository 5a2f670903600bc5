import type { CleanedWhere } from "better-auth/adapters";
import type { Layout } from "./layout";

type Row = Record<string, unknown>;

const folded = (value: unknown) => (typeof value === "string" ? value.toLowerCase() : value);
/** A field that was never set is null to a caller. */
const same = (a: unknown, b: unknown) => (a ?? null) === (b ?? null);

function compare(a: unknown, b: unknown): number | undefined {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "string" && typeof b === "string") return a < b ? -1 : a > b ? 1 : 0;
  if (typeof a === "boolean" && typeof b === "boolean") return Number(a) - Number(b);
  return undefined;
}

type Test = (value: unknown, wanted: unknown) => boolean;
const text =
  (test: (value: string, wanted: string) => boolean): Test =>
  (value, wanted) =>
    typeof value === "string" && typeof wanted === "string" && test(value, wanted);
const order =
  (test: (difference: number) => boolean): Test =>
  (value, wanted) => {
    const difference = compare(value, wanted);
    return difference !== undefined && test(difference);
  };
const among: Test = (value, wanted) => Array.isArray(wanted) && wanted.some((one) => same(value, one));

const tests: Record<CleanedWhere["operator"], Test> = {
  eq: same,
  ne: (value, wanted) => !same(value, wanted),
  in: among,
  not_in: (value, wanted) => !among(value, wanted),
  lt: order((difference) => difference < 0),
  lte: order((difference) => difference <= 0),
  gt: order((difference) => difference > 0),
  gte: order((difference) => difference >= 0),
  contains: text((value, wanted) => value.includes(wanted)),
  starts_with: text((value, wanted) => value.startsWith(wanted)),
  ends_with: text((value, wanted) => value.endsWith(wanted)),
};

function holds(row: Row, { field, operator, value, mode }: CleanedWhere): boolean {
  if (mode !== "insensitive") return tests[operator](row[field], value);
  const wanted = Array.isArray(value) ? value.map(folded) : folded(value);
  return tests[operator](folded(row[field]), wanted);
}

/** Whether a row fits: all conditions joined by AND, and one of those joined by OR, as in the library's SQL adapters. */
export function matches(row: Row, where: readonly CleanedWhere[]): boolean {
  const either = where.filter(({ connector }) => connector === "OR");
  return (
    where.every((clause) => clause.connector === "OR" || holds(row, clause)) &&
    (either.length === 0 || either.some((clause) => holds(row, clause)))
  );
}

/** Rows in the order of a field, those without it first; unsorted without a field. */
export function sorted<R extends Row>(
  rows: R[],
  field: string | undefined,
  direction: "asc" | "desc" = "asc",
) {
  if (!field) return rows;
  const sign = direction === "asc" ? 1 : -1;
  const rank = (a: unknown, b: unknown) =>
    compare(a, b) ?? Number((a ?? null) !== null) - Number((b ?? null) !== null);
  return [...rows].sort((a, b) => sign * rank(a[field], b[field]));
}

/** A key to ask for: rows with this value in a field they are addressed, unique or grouped by. */
export type LookUp = { field: string; value: string | number };

function lookUpsOf({ field, operator, value, mode }: CleanedWhere, layout: Layout): LookUp[] | undefined {
  const known = field === layout.home || layout.unique.includes(field) || layout.groups.includes(field);
  if (!known || mode === "insensitive" || !(operator === "eq" || operator === "in")) return undefined;
  const values: unknown[] = [value].flat();
  const usable = values.filter((one) => typeof one === "string" || typeof one === "number");
  return usable.length === values.length ? usable.map((one) => ({ field, value: one })) : undefined;
}

/** The keys that find every row a condition can fit, the fewest rows first; undefined when only a list of all can. */
export function lookUps(where: readonly CleanedWhere[], layout: Layout): LookUp[] | undefined {
  const rank = ({ field }: CleanedWhere) =>
    field === layout.home ? 0 : layout.unique.includes(field) ? 1 : 2;
  const both = where.filter(({ connector }) => connector !== "OR").sort((a, b) => rank(a) - rank(b));
  for (const clause of both) {
    const found = lookUpsOf(clause, layout);
    if (found) return found;
  }
  const either = where
    .filter(({ connector }) => connector === "OR")
    .map((clause) => lookUpsOf(clause, layout));
  return either.length > 0 && either.every((found) => found !== undefined) ? either.flat() : undefined;
}
