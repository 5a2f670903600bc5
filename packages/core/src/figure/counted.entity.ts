import * as z from "zod";
import { entity } from "../table/entity";
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
    /** "family/scope/projectId/row/column" → amount */
    cells: z.record(z.string(), z.number()),
  }),
  key: (key: { record: string; sort: string }) => [["counted", key.record], key.sort],
  indexes: { gsi1: (counted) => [[counted.projectId, "counted", counted.kind], counted.record] },
});

const separator = "|";

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
