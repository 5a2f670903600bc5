import { withActor } from "../context";
import { Project } from "../project/project.entity";
import { tenantZone } from "../tenant/zone";
import { Breakdown, cellsIn } from "./breakdown.entity";
import { contributors } from "./contributors";
import { Counted, total } from "./counted.entity";
import { fold, memoryOf, type SourceKey } from "./fold";
import { type Difference, frozenDifferences } from "./recount-closed";
import type { Cell, FamilyName } from "./sheet";
import { gridOf, Sheet } from "./sheet.entity";

export type Recount = {
  records: number;
  cells: number;
  differences: Difference[];
  /** Records whose memory lies where an earlier version listed them: the way from a number back to them is broken. */
  misplaced: number;
};

/** So many records are looked up, or folded, at once. */
const piece = 100;

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
  for await (const breakdown of Breakdown.all("table", ["breakdown"])) cells.push(...cellsIn(breakdown));
  return total(cells);
}

async function countMisplaced(keys: readonly SourceKey[]): Promise<number> {
  return (await memoryOf(keys)).filter((stored) => Counted.isMisplaced(stored)).length;
}

/**
 * Counts all of a tenant's records anew and holds the result against the kept figures, and these against the closed
 * months with their corrections. With `repair`, every record is folded again first, which mends whatever the stream
 * may have lost and whatever an earlier version listed elsewhere.
 */
export function recount(tenantId: string, { repair = false } = {}): Promise<Recount> {
  return withActor({ type: "system", tenantId }, async () => {
    const counted: Record<string, number> = {};
    let [records, misplaced] = [0, 0];
    const keys: SourceKey[] = [];
    const look = async () => {
      const some = keys.splice(0);
      if (repair) await fold(some);
      misplaced += await countMisplaced(some);
    };
    const zone = await tenantZone();
    for await (const { record, cells } of sources()) {
      records++;
      for (const [name, amount] of Object.entries(total(cells(zone))))
        counted[name] = (counted[name] ?? 0) + amount;
      keys.push({ pk: String(record.pk), sk: String(record.sk) });
      if (keys.length === piece) await look();
    }
    await look();
    const kept = await keptCells();
    const names = [...new Set([...Object.keys(counted), ...Object.keys(kept)])].sort();
    const differences = names
      .map((cell) => ({ cell, kept: kept[cell] ?? 0, counted: counted[cell] ?? 0 }))
      .filter((one) => one.kept !== one.counted);
    return {
      ...{ records, misplaced, cells: names.length },
      differences: [...differences, ...(await frozenDifferences())],
    };
  });
}
