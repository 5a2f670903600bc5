import { setTimeout as sleep } from "node:timers/promises";
import { isoNow } from "../clock";
import { withActor } from "../context";
import { groupBy } from "../group";
import { batchGet, type ItemOf } from "../table/entity";
import { fieldsOf, packed } from "../table/packed";
import { Race, transactionLimit, Work } from "../table/work";
import { tenantZone } from "../tenant/zone";
import { Breakdown, rowsWith } from "./breakdown.entity";
import { contributorOf } from "./contributors";
import { correctionsOf, noteCorrections } from "./corrected";
import { Counted, cellsIn, parseCell, total } from "./counted.entity";
import type { Grid } from "./grid";
import {
  type BreakdownCell,
  type Cell,
  type FamilyName,
  isKept,
  isOfBreakdown,
  isOnSheet,
  type SheetCell,
} from "./sheet";
import { gridOf, gridsWith, Sheet } from "./sheet.entity";

/** The primary key of a record the stream told of. */
export type SourceKey = { pk: string; sk: string };

/** So many records a transaction that what they are counted on nearly always fits beside them. */
export const recordsAtOnce = 16;
const maxTries = 20;

/**
 * Brings the kept figures up to the present state of some records. It looks at what each record is now and at what
 * it was counted as before, and writes the difference together with the new memory: replayed, doubled, late or
 * differently split batches of the stream all end in the same numbers (architecture, rule 4).
 */
export async function fold(keys: readonly SourceKey[]): Promise<void> {
  const unique = [
    ...new Map(keys.map((key) => [`${key.pk}|${key.sk}`, { pk: key.pk, sk: key.sk }])).values(),
  ];
  const byTenant = groupBy(unique, (key) => key.pk.slice(0, key.pk.indexOf("#")));
  for (const [tenantId, own] of byTenant)
    await withActor({ type: "system", tenantId }, async () => {
      for (let start = 0; start < own.length; start += recordsAtOnce)
        await foldChunk(tenantId, own.slice(start, start + recordsAtOnce));
    });
}

async function foldChunk(tenantId: string, keys: SourceKey[]): Promise<void> {
  for (let tried = 1; ; tried++) {
    try {
      return await foldOnce(tenantId, keys);
    } catch (error) {
      if (!(error instanceof Race) || tried === maxTries) throw error;
      await sleep(Math.random() * 10 * tried);
    }
  }
}

async function foldOnce(tenantId: string, keys: SourceKey[]): Promise<void> {
  const zone = await tenantZone();
  // The memory is read before the records: whoever changes a record after that makes a stream record of their own.
  const memory = await memoryOf(keys);
  const records = (await batchGet(keys, true)).map(fieldsOf);
  const work = new Work(tenantId);
  const changes: Cell[] = [];
  for (const key of keys) {
    const before = memory.find((item) => item.pk === Counted.key(memoryKey(key)).pk && item.sk === key.sk);
    const record = records.find((item) => item.pk === key.pk && item.sk === key.sk);
    changes.push(...remember(work, key, before, record, zone));
  }
  await addToSheets(work, changes.filter(isOnSheet), zone);
  await addToBreakdowns(work, changes.filter(isOfBreakdown));
  // Tickets of many months, in pieces that fit.
  if (work.size > transactionLimit && keys.length > 1) {
    const half = Math.ceil(keys.length / 2);
    await foldChunk(tenantId, keys.slice(0, half));
    return foldChunk(tenantId, keys.slice(half));
  }
  await work.commit();
}

const memoryKey = (key: SourceKey) => ({ record: key.pk.slice(key.pk.indexOf("#") + 1), sort: key.sk });

/** What some records were counted as, as it is stored. */
export const memoryOf = (keys: readonly SourceKey[]) =>
  batchGet(
    keys.map((key) => Counted.key(memoryKey(key))),
    true,
  );

function remember(
  work: Work,
  key: SourceKey,
  stored: Record<string, unknown> | undefined,
  record: Record<string, unknown> | undefined,
  zone: string,
): Cell[] {
  const before = stored && Counted.item(stored);
  const contributor = record && contributorOf(String(record.kind_));
  const cells = contributor && record ? total(contributor.cells(record, zone)) : {};
  const changes = difference(cellsIn(before?.cells ?? {}), cells);
  if (changes.length === 0 && !(stored && Counted.isMisplaced(stored))) return [];
  if (before) work.patch(Counted, before, { cells: packed(cells) });
  else if (record)
    work.create(
      Counted,
      {
        ...memoryKey(key),
        kind: String(record.kind_),
        projectId: String(record.projectId),
        cells: packed(cells),
      },
      "race",
    );
  return changes;
}

function difference(before: Record<string, number>, after: Record<string, number>): Cell[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names]
    .map((name) => parseCell(name, (after[name] ?? 0) - (before[name] ?? 0)))
    .filter((cell) => cell.amount !== 0 && isKept(cell));
}

async function addToSheets(work: Work, changes: SheetCell[], zone: string) {
  const bySheet = groupBy(changes, ({ scope, projectId }) => `${scope}#${projectId}`);
  const kept = await Sheet.batch([...bySheet.values()].flatMap((cells) => cells.slice(0, 1)));
  const corrections: SheetCell[] = [];
  for (const [name, cells] of bySheet) {
    const sheet = kept.find(({ scope, projectId }) => name === `${scope}#${projectId}`);
    const { closed, cells: correcting } = correctionsOf(sheet, cells, zone);
    corrections.push(...correcting);
    const changed = { ...gridsWith(sheet, added(sheet, cells)), asOf: isoNow(), closed };
    if (sheet) work.patch(Sheet, sheet, changed);
    else
      for (const { scope, projectId } of cells.slice(0, 1))
        work.create(Sheet, { scope, projectId, ...changed }, "race");
  }
  await noteCorrections(work, corrections, zone);
}

/** The grids that change, with the cells added. */
function added(sheet: ItemOf<typeof Sheet> | undefined, cells: SheetCell[]) {
  const grids = new Map<FamilyName, Grid>();
  for (const [family, own] of groupBy(cells, (cell) => cell.family)) {
    const grid = gridOf(sheet, family);
    for (const { row, column, amount } of own) grid.add(row, column, amount);
    grids.set(family, grid);
  }
  return grids;
}

async function addToBreakdowns(work: Work, changes: BreakdownCell[]) {
  const byMonth = groupBy(changes, ({ scope, projectId }) => `${scope}#${projectId}`);
  const places = [...byMonth.values()].flatMap(([one]) =>
    one ? [{ month: one.scope, projectId: one.projectId }] : [],
  );
  const kept = await Breakdown.batch(places);
  for (const place of places) {
    const before = kept.find((one) => one.month === place.month && one.projectId === place.projectId);
    const cells = byMonth.get(`${place.month}#${place.projectId}`) ?? [];
    const changed = { rows: rowsWith(before?.rows ?? {}, cells), asOf: isoNow() };
    if (before) work.patch(Breakdown, before, changed);
    else work.create(Breakdown, { ...place, ...changed }, "race");
  }
}
