import * as z from "zod";
import { instant, localDate, month } from "../clock";
import { idOf } from "../id";
import { entity, type ItemOf } from "../table/entity";
import type { AllSides } from "./comparison";
import { type Family, Grid } from "./sheet";
import { isDrillable, type Sides, type SummedFigure, summedFigures } from "./terms";

/** A project's closed month: its figures as they were then. Never changed but to take in surveys that were open. */
export const ClosedMonth = entity({
  name: "closedMonth",
  schema: z.object({
    month,
    projectId: idOf("project"),
    closedAt: instant,
    /** Version of the figures' definitions. */
    version: z.int(),
    /** A survey that opened in the month was still running: its figures are not frozen yet. */
    surveysOpen: z.boolean(),
    frozen: z.instanceof(Uint8Array<ArrayBuffer>),
    /** The first part of its day's correction that came after it. */
    part: z.int().min(0),
  }),
  key: (key: { month: string; projectId: string }) => [["closedMonth"], `${key.month}#${key.projectId}`],
});

/**
 * What changed on a local day in the numbers that figures of a project's closed months are made of: cells by name
 * (counted.entity.ts), in parts, of which each closing on that day begins a new one.
 */
export const Correction = entity({
  name: "correction",
  schema: z.object({
    projectId: idOf("project"),
    on: localDate,
    parts: z.array(z.record(z.string(), z.number())).min(1),
  }),
  key: (key: { projectId: string; on: string }) => [[key.projectId, "correction"], key.on],
});

const sides = ["numerator", "denominator"] as const;
const layout: Family = { rows: sides, columns: summedFigures, width: 8 };
const bytesPerFigure = sides.length * layout.width;

/** Figures as they are frozen: both sides of each, in numbers of fixed width. */
export function freeze(figures: AllSides): Uint8Array<ArrayBuffer> {
  const grid = new Grid(layout);
  for (const figure of summedFigures) for (const side of sides) grid.add(side, figure, figures[figure][side]);
  return grid.toBytes();
}

/** Frozen figures; those that were not defined yet, or are of surveys that were open, are not among them. */
export function frozenSides(closed: Pick<ItemOf<typeof ClosedMonth>, "frozen" | "surveysOpen">) {
  const grid = new Grid(layout, closed.frozen);
  const known = summedFigures.slice(0, closed.frozen.length / bytesPerFigure);
  const of = (figure: SummedFigure): Sides => ({
    numerator: grid.at("numerator", figure),
    denominator: grid.at("denominator", figure),
  });
  const kept = known.filter((figure) => isDrillable(figure) || !closed.surveysOpen);
  return Object.fromEntries(kept.map((figure) => [figure, of(figure)])) as Partial<AllSides>;
}
