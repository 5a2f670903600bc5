import { withActor } from "../context";
import { Project } from "../project/project.entity";
import { tenantZone } from "../tenant/zone";
import { contributors } from "./contributors";
import { total } from "./counted.entity";
import { fold, type SourceKey } from "./fold";
import type { Cell, FamilyName } from "./sheet";
import { gridOf, Sheet } from "./sheet.entity";

/** A number that is kept other than the records say. */
export type Difference = { cell: string; kept: number; counted: number };
export type Recount = { records: number; cells: number; differences: Difference[] };

/** Every record of a tenant that figures are made of, raw. */
async function* sources(): AsyncGenerator<{
  record: Record<string, unknown>;
  cells: (zone: string) => Cell[];
}> {
  for await (const { projectId } of Project.all("table", ["project"]))
    for (const contributor of contributors)
      for await (const record of contributor.records(projectId))
        yield { record, cells: (zone) => contributor.cells(record, zone) };
}

/** The numbers that are kept, by cell name. */
async function keptCells(): Promise<Record<string, number>> {
  const cells: Cell[] = [];
  for await (const sheet of Sheet.all("table", ["figure"]))
    for (const family of Object.keys(sheet.grids) as FamilyName[])
      for (const { row, column, value } of gridOf(sheet, family).nonZero())
        cells.push({ family, scope: sheet.scope, projectId: sheet.projectId, row, column, amount: value });
  return total(cells);
}

/**
 * Counts all of a tenant's records anew and holds the result against the kept figures. With `repair`, every record
 * is folded again first, which mends whatever the stream may have lost.
 */
export function recount(tenantId: string, { repair = false } = {}): Promise<Recount> {
  return withActor({ type: "system", tenantId }, async () => {
    const zone = await tenantZone();
    const counted: Record<string, number> = {};
    const keys: SourceKey[] = [];
    let records = 0;
    for await (const { record, cells } of sources()) {
      records++;
      if (repair) keys.push({ pk: String(record.pk), sk: String(record.sk) });
      for (const [name, amount] of Object.entries(total(cells(zone))))
        counted[name] = (counted[name] ?? 0) + amount;
    }
    if (repair) await fold(keys);
    const kept = await keptCells();
    const names = [...new Set([...Object.keys(counted), ...Object.keys(kept)])].sort();
    const differences = names
      .map((cell) => ({ cell, kept: kept[cell] ?? 0, counted: counted[cell] ?? 0 }))
      .filter((one) => one.kept !== one.counted);
    return { records, cells: names.length, differences };
  });
}
