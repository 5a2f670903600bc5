import type { Row, Write } from "./call";

const keptMs = 60_000;
const most = 1_000;

/** Records of a partition up to a sort key, by theirs. */
type Remembered = { rows: Map<string, Row>; upTo: string; until: number };
const partitions = new Map<string, Remembered>();

/**
 * Remembers a partition, up to a sort key, as it was read a moment ago; nothing of it where it is new. What this process
 * writes there is remembered from then on. Another process may write there, too: only acts may rest on it whose own
 * transaction finds out whether it still is so (`Work.guess`).
 */
export function remember(pk: string, upTo: string, rows: readonly Row[]) {
  if (partitions.size >= most) partitions.clear();
  const bySort = new Map(rows.map((row) => [String(row.sk), row]));
  partitions.set(pk, { rows: bySort, upTo, until: Date.now() + keptMs });
}

/**
 * What is remembered of a partition; undefined where nothing is of this last minute, or something in it is due by now:
 * a schedule may have seen to it.
 */
export function recall(pk: string, now: string): Row[] | undefined {
  const known = partitions.get(pk);
  if (!known || known.until <= Date.now()) return undefined;
  const rows = [...known.rows.values()];
  return rows.some(({ duesk }) => duesk !== undefined && String(duesk) <= now) ? undefined : rows;
}

/** Takes over what was written. */
export function takeOver(writes: readonly Write[]) {
  for (const { Put, Delete } of writes) {
    const { pk, sk } = Put?.Item ?? Delete?.Key ?? {};
    const known = partitions.get(String(pk));
    if (!known || String(sk) > known.upTo) continue;
    if (Put) known.rows.set(String(sk), Put.Item);
    else known.rows.delete(String(sk));
  }
}
