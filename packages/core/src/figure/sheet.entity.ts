import * as z from "zod";
import { entity } from "../table/entity";
import { type FamilyName, families, Grid, sheetName } from "./sheet";

/** A kept sheet: the grid's bytes, and until which instant the stream has been folded into it. */
export const Sheet = entity({
  name: "sheet",
  schema: z.object({
    family: z.enum(Object.keys(families) as [FamilyName, ...FamilyName[]]),
    scope: z.string(),
    projectId: z.string(),
    grid: z.instanceof(Uint8Array<ArrayBuffer>),
    asOf: z.string(),
  }),
  key: (key: { family: FamilyName; scope: string; projectId: string }) => [
    ["figure"],
    `${sheetName(key.family, key.scope)}#${key.projectId}`,
  ],
});

/** The sheets of one family and scope over all projects, by project id; one query, eventually consistent. */
export async function readSheets(family: FamilyName, scope: string) {
  const grids = new Map<string, { grid: Grid; asOf: string }>();
  let cursor: string | undefined;
  do {
    const page = await Sheet.query("table", ["figure"], {
      begins: `${sheetName(family, scope)}#`,
      consistent: false,
      cursor,
    });
    for (const { projectId, grid, asOf } of page.items)
      grids.set(projectId, { grid: new Grid(family, grid), asOf });
    cursor = page.cursor;
  } while (cursor);
  return grids;
}

/** One project's sheet, all zero when nothing was counted yet. */
export async function readSheet(family: FamilyName, scope: string, projectId: string): Promise<Grid> {
  const sheet = await Sheet.get({ family, scope, projectId }, { consistent: false });
  return new Grid(family, sheet?.grid);
}
