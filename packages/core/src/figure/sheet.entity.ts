import * as z from "zod";
import { entity, type ItemOf } from "../table/entity";
import { Grid } from "./grid";
import { type FamilyName, families } from "./sheet";

const names = Object.keys(families) as [FamilyName, ...FamilyName[]];

/**
 * What is kept of a project for one scope: the bytes of every family's grid, and when it was last added to; "" while
 * nothing was.
 */
export const Sheet = entity({
  name: "sheet",
  schema: z.object({
    scope: z.string(),
    projectId: z.string(),
    /**
     * On a year's sheet the months that are closed, on that of all time the years that have closed ones: each with
     * the local date on which what figures of them are made of last changed; "" while it has not.
     */
    closed: z.record(z.string(), z.string()).optional(),
    grids: z.partialRecord(z.enum(names), z.instanceof(Uint8Array<ArrayBuffer>)),
    /** Missing where an earlier version wrote the grids, in 4 and 8 bytes a number. */
    layout: z.literal(2).optional(),
    asOf: z.string(),
  }),
  key: (key: { scope: string; projectId: string }) => [["figure"], `${key.scope}#${key.projectId}`],
});

type SheetItem = ItemOf<typeof Sheet>;

/** A family's grid of a sheet; all zero where nothing was counted yet. */
export function gridOf(sheet: SheetItem | undefined, family: FamilyName): Grid {
  const stored = sheet?.grids[family];
  if (!stored || sheet.layout) return new Grid(families[family], stored);
  const before = new Grid({ ...families[family], width: families[family].width === 3 ? 4 : 8 }, stored);
  const grid = new Grid(families[family]);
  for (const { row, column, value } of before.nonZero()) grid.add(row, column, value);
  return grid;
}

/** A sheet's grids with some of them new, as they are stored. */
export function gridsWith(
  sheet: SheetItem | undefined,
  changed: ReadonlyMap<FamilyName, Grid>,
): Pick<SheetItem, "grids" | "layout"> {
  const grids: SheetItem["grids"] = {};
  for (const family of names) {
    const grid = changed.get(family) ?? (sheet?.grids[family] && gridOf(sheet, family));
    if (grid) grids[family] = grid.toBytes();
  }
  return { grids, layout: 2 };
}

/** The sheets of one scope over all projects, by project id; one query, eventually consistent. */
export async function readSheets(scope: string): Promise<Map<string, SheetItem>> {
  const sheets = new Map<string, SheetItem>();
  for await (const sheet of Sheet.all("table", ["figure"], { begins: `${scope}#`, consistent: false }))
    sheets.set(sheet.projectId, sheet);
  return sheets;
}

/** One project's sheet of a scope. */
export const readSheet = (scope: string, projectId: string) =>
  Sheet.get({ scope, projectId }, { consistent: false });
