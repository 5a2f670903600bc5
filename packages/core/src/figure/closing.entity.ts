import * as z from "zod";
import { instant, localDate, month } from "../clock";
import { idOf } from "../id";
import { entity, type ItemOf } from "../table/entity";
import type { AllSides } from "./comparison";
import { type Family, Grid } from "./grid";
import { figureTerms, isDrillable, type Sides, type SummedFigure, summedFigures, type Unit } from "./terms";

const bytes = z.instanceof(Uint8Array<ArrayBuffer>);

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
    /** What is frozen, counts and money (fen) each in a grid of their own. */
    frozen: z.object({ count: bytes, fen: bytes }),
    /** The first part of its day's correction that came after it. */
    part: z.int().min(0),
  }),
  key: (key: { month: string; projectId: string }) => [["closedMonth"], `${key.month}#${key.projectId}`],
});

type Frozen = Pick<ItemOf<typeof ClosedMonth>, "frozen" | "surveysOpen">;

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
const figuresIn = (unit: Unit) => summedFigures.filter((figure) => figureTerms[figure].unit === unit);
const layouts: Record<Unit, Family> = {
  count: { rows: sides, columns: figuresIn("count"), width: 4 },
  fen: { rows: sides, columns: figuresIn("fen"), width: 8 },
};

/** Figures as they are frozen: both sides of each, in numbers of fixed width. */
export function freeze(figures: AllSides) {
  const grids = { count: new Grid(layouts.count), fen: new Grid(layouts.fen) };
  for (const figure of summedFigures)
    for (const side of sides) grids[figureTerms[figure].unit].add(side, figure, figures[figure][side]);
  return { count: grids.count.toBytes(), fen: grids.fen.toBytes() };
}

/** Frozen figures; those that were not defined yet, or are of surveys that were open, are not among them. */
export function frozenSides({ frozen, surveysOpen }: Frozen): Partial<AllSides> {
  const of = (unit: Unit) => {
    const grid = new Grid(layouts[unit], frozen[unit]);
    const known = frozen[unit].length / (sides.length * layouts[unit].width);
    return figuresIn(unit)
      .slice(0, known)
      .filter((figure) => isDrillable(figure) || !surveysOpen)
      .map((figure): [SummedFigure, Sides] => [
        figure,
        { numerator: grid.at("numerator", figure), denominator: grid.at("denominator", figure) },
      ]);
  };
  return Object.fromEntries([...of("count"), ...of("fen")]);
}
