import * as z from "zod";
import { entity } from "../table/entity";
import { unpacked } from "../table/packed";
import type { Cell } from "./sheet";

/**
 * What a record has been counted as: the memory that makes counting exact however often, late or in whatever
 * pieces the stream tells of it, and the way back from a number to its records.
 */
export const Counted = entity({
  name: "counted",
  schema: z.object({
    /** The record's key without its tenant, and its sort key. */
    record: z.string(),
    sort: z.string(),
    kind: z.string(),
    projectId: z.string(),
    /** "family|scope|projectId|row|column" → amount, packed; as it is in what earlier versions wrote. */
    cells: z.union([z.instanceof(Uint8Array<ArrayBufferLike>), z.record(z.string(), z.number())]),
  }),
  key: (key: { record: string; sort: string }) => [["counted", key.record], key.sort],
  indexes: {
    gsi1: ({ projectId, cells, record, sort }) => {
      const place = placeOf(cellsIn(cells));
      return place && [[projectId, "counted", place.theme], `${place.month}#${record}#${sort}`];
    },
  },
});

/** Stored cells by their names. */
export const cellsIn = (cells: Uint8Array | Record<string, number>): Record<string, number> =>
  cells instanceof Uint8Array ? (unpacked(cells) as Record<string, number>) : cells;

const separator = "|";

/** Records of one theme are looked through together: a bill and its allocations, a ticket. */
const themes = {
  service: "service",
  collection: "collection",
  balance: "collection",
  survey: "survey",
  drivers: "survey",
  satisfaction: "survey",
  category: "service",
  trade: "service",
  heat: "service",
} as const satisfies Record<Cell["family"], string>;
export type Theme = (typeof themes)[Cell["family"]];

/**
 * The theme a record counts in and the first month it counts in: that of a bill's fee, of a ticket's registration.
 * Undefined for a record that counts in nothing.
 */
export function placeOf(cells: Record<string, number>): { theme: Theme; month: string } | undefined {
  const all = Object.entries(cells).map(([name, amount]) => parseCell(name, amount));
  const [first] = all;
  const months = all.flatMap(({ scope, row }) => (isYear(scope) ? [`${scope}-${row}`] : []));
  return first && { theme: themes[first.family], month: months.sort()[0] ?? "" };
}

const isYear = (scope: string) => /^\d{4}$/.test(scope);

/** The name of a cell in `cells`. */
export const cellName = (cell: Omit<Cell, "amount">) =>
  [cell.family, cell.scope, cell.projectId, cell.row, cell.column].join(separator);

/** A cell back from its name. */
export function parseCell(name: string, amount: number): Cell {
  const [family = "", scope = "", projectId = "", row = "", column = ""] = name.split(separator);
  return { family: family as Cell["family"], scope, projectId, row, column, amount };
}

/** Sums cells of the same name; those that come to nothing fall away. */
export function total(cells: Iterable<Cell>): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const cell of cells) sums[cellName(cell)] = (sums[cellName(cell)] ?? 0) + cell.amount;
  return Object.fromEntries(Object.entries(sums).filter(([, amount]) => amount !== 0));
}
