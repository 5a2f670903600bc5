import { table } from "./client";
import type { Work } from "./work";

/** Last number known per counter in this process: right or not, the transaction's condition decides. */
const known = new Map<string, number>();
/** One taker at a time per counter and process, so that we do not race ourselves. */
const queue = new Map<string, Promise<void>>();

/**
 * The next number of a counter of the tenant, from 1, without gaps: it is raised in the verb's own transaction,
 * so a verb that fails takes none. `scope` names the counter, such as `ticket#prj_…#20261121`.
 */
export async function nextNumber(work: Work, scope: string): Promise<number> {
  const key = { pk: `${work.tenantId}#counter`, sk: scope };
  const name = `${key.pk}|${scope}`;
  const release = await take(name);
  work.onSettled((committed) => {
    if (!committed) known.delete(name);
    release();
  });
  const last =
    known.get(name) ?? Number((await table.get({ Key: key, ConsistentRead: true })).Item?.last ?? 0);
  const next = last + 1;
  const condition = last === 0 ? "attribute_not_exists(pk)" : "#last = :last";
  const values: Record<string, number> = last === 0 ? {} : { ":last": last };
  work.put({ ...key, last: next }, condition, values, "race", last === 0 ? undefined : { "#last": "last" });
  if (known.size > 10_000) known.clear();
  known.set(name, next);
  return next;
}

async function take(name: string): Promise<() => void> {
  const before = queue.get(name) ?? Promise.resolve();
  let release = () => {};
  const mine = new Promise<void>((resolve) => {
    release = resolve;
  });
  const chained = before.then(() => mine);
  queue.set(name, chained);
  await before;
  return () => {
    release();
    if (queue.get(name) === chained) queue.delete(name);
  };
}
