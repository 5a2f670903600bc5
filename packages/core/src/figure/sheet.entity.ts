import * as z from "zod";
import { entity, type ItemOf } from "../table/entity";
import { type FamilyName, families, Grid } from "./sheet";

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
    grids: z.partialRecord(
      z.enum(Object.keys(families) as [FamilyName, ...FamilyName[]]),
      z.instanceof(Uint8Array<ArrayBuffer>),
    ),
    asOf: z.string(),
  }),
  key: (key: { scope: string; projectId: string }) => [["figure"], `${key.scope}#${key.projectId}`],
});

/** A family's grid of a sheet; all zero where nothing was counted yet. */
export const gridOf = (sheet: ItemOf<typeof Sheet> | undefined, family: FamilyName) =>
  new Grid(families[family], sheet?.grids[family]);

/** The sheets of one scope over all projects, by project id; one query, eventually consistent. */
export async function readSheets(scope: string): Promise<Map<string, ItemOf<typeof Sheet>>> {
  const sheets = new Map<string, ItemOf<typeof Sheet>>();
  for await (const sheet of Sheet.all("table", ["figure"], { begins: `${scope}#`, consistent: false }))
    sheets.set(sheet.projectId, sheet);
  return sheets;
}

/** One project's sheet of a scope. */
export const readSheet = (scope: string, projectId: string) =>
  Sheet.get({ scope, projectId }, { consistent: false });
