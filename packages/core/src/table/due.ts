import { isoNow } from "../clock";
import { withActor } from "../context";
import { log, told } from "../log";
import { table } from "./client";
import { dueShards } from "./entity";
import { dueIndex } from "./schema";

/** A record whose time has come: its tenant and its primary key, nothing else (the index holds keys only). */
export type DueKey = { tenantId: string; pk: string; sk: string; at: string };

/** What became of one sweep. */
export type Swept = { done: number; failed: number };

async function* dueKeys(kind: string, until: string): AsyncGenerator<DueKey> {
  for (let shard = 0; shard < dueShards; shard++) {
    let start: Record<string, unknown> | undefined;
    do {
      const output = await table.query({
        IndexName: dueIndex,
        KeyConditionExpression: "duepk = :pk AND duesk <= :until",
        ExpressionAttributeValues: { ":pk": `${kind}#${shard}`, ":until": until },
        ExclusiveStartKey: start,
        Limit: 200,
      });
      for (const item of output.Items ?? []) {
        const pk = String(item.pk);
        yield { tenantId: pk.slice(0, pk.indexOf("#")), pk, sk: String(item.sk), at: String(item.duesk) };
      }
      start = output.LastEvaluatedKey;
    } while (start);
  }
}

/**
 * Hands every record of a kind that is due by now to `handle`, as the service acting for the record's tenant.
 * `handle` loads the record and must leave it no longer due, in one transaction, so that doing it twice does
 * nothing the second time. One failing record does not hold up the others; failures are counted and thrown last.
 */
export async function sweep(kind: string, handle: (key: DueKey) => Promise<unknown>): Promise<Swept> {
  const swept = { done: 0, failed: 0 };
  const errors: unknown[] = [];
  for await (const key of dueKeys(kind, isoNow())) {
    try {
      await withActor({ type: "system", tenantId: key.tenantId }, () => handle(key));
      swept.done++;
    } catch (error) {
      log("error", { due: kind, tenantId: key.tenantId, error: told(error) });
      swept.failed++;
      errors.push(error);
    }
  }
  if (errors.length > 0)
    throw new AggregateError(errors, `${swept.failed} of ${swept.done + swept.failed} due ${kind} failed`);
  return swept;
}
