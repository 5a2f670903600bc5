import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import type { Write } from "../../table/call";
import { table } from "../../table/client";
import { Race, transactionLimit } from "../../table/work";
import { batchGetOfAll } from "../firms-read";

/** An item as it lies in the table. */
export type Raw = Record<string, unknown> & { pk: string; sk: string; rev: number };
type Key = { pk: string; sk: string };
/** `item` undefined deletes. `expect`: the revision that must be there, 0 for none, undefined for whatever is. */
type Pending = { key: Key; item?: Raw; expect: number | undefined; checkOnly?: boolean };

const nameOf = ({ pk, sk }: Key) => `${pk}|${sk}`;

/**
 * Reads that see their own unit's writes and else what they saw first, and writes that take effect together or not
 * at all. Nothing is locked: a unit that wrote what another changed meanwhile ends in `Race`, and is to be run again.
 */
export class Unit {
  private readonly writes = new Map<string, Pending>();
  private readonly seen = new Map<string, Raw | undefined>();
  private actsFor: string | undefined;

  /** Says that the unit reaches into a firm's data: a check that somebody is its member. */
  reach(tenantId: string) {
    this.actsFor = tenantId;
  }

  async get(key: Key): Promise<Raw | undefined> {
    const name = nameOf(key);
    if (!this.own(key) && !this.seen.has(name)) {
      const { Item } = await table.get({ Key: { pk: key.pk, sk: key.sk }, ConsistentRead: true });
      this.seen.set(name, Item as Raw | undefined);
    }
    return this.known(name);
  }

  async getAll(keys: readonly Key[]): Promise<Raw[]> {
    const unique = new Map(keys.map((key) => [nameOf(key), { pk: key.pk, sk: key.sk }]));
    const missing = [...unique].filter(([name, key]) => !this.own(key) && !this.seen.has(name));
    const keysOfMissing = missing.map(([, key]) => key);
    const found = new Map(
      (await batchGetOfAll(keysOfMissing)).map((item) => [nameOf(item as Raw), item as Raw]),
    );
    for (const [name] of missing) if (!this.seen.has(name)) this.seen.set(name, found.get(name));
    return [...unique.keys()].flatMap((name) => this.known(name) ?? []);
  }

  /** All items of a partition whose sort key begins so. */
  query(pk: string, begins: string): Promise<Raw[]> {
    return this.read({ names: ["pk", "sk"], pk, begins });
  }

  /** All items of a partition of the first index; that index may lag behind by moments. */
  list(pk: string): Promise<Raw[]> {
    return this.read({ names: ["gsi1pk", "gsi1sk"], pk, begins: "", IndexName: "gsi1" });
  }

  /** Writes an item one revision above what it replaces (1: there is none). */
  put(item: Raw) {
    const before = this.writes.get(nameOf(item));
    if (!before || before.checkOnly) return this.note(item, item, item.rev - 1);
    this.note(item, { ...item, rev: (before.expect ?? 0) + 1 }, before.expect);
  }

  /** Writes an item whose state follows from others of this unit. */
  set(item: Raw) {
    this.note(item, item, undefined);
  }

  remove(item: Raw) {
    const before = this.writes.get(nameOf(item));
    this.note(item, undefined, before && !before.checkOnly ? before.expect : item.rev);
  }

  /** Deletes an item whose state follows from others of this unit. */
  drop(key: Key) {
    this.note(key, undefined, undefined);
  }

  /** The unit holds only if this item is still as it was read. */
  check(item: Raw) {
    if (!this.own(item))
      this.writes.set(nameOf(item), { key: item, item, expect: item.rev, checkOnly: true });
  }

  async commit(): Promise<void> {
    const all = [...this.writes.values()].filter(({ item, expect }) => item || expect !== 0);
    if (!all.some(({ checkOnly }) => !checkOnly)) return;
    if (all.length > transactionLimit) throw new Error(`${all.length} writes do not fit one transaction`);
    try {
      await table.transact({ TransactItems: all.map(toWrite), actsFor: this.actsFor });
    } catch (error) {
      throw lost(error) ? new Race() : error;
    }
  }

  private own(key: Key): Pending | undefined {
    return this.writes.get(nameOf(key));
  }

  private known(name: string): Raw | undefined {
    const own = this.writes.get(name);
    return own ? own.item : this.seen.get(name);
  }

  private note({ pk, sk }: Key, item: Raw | undefined, expect: number | undefined) {
    this.writes.set(nameOf({ pk, sk }), { key: { pk, sk }, item, expect });
  }

  private async read(where: { names: [string, string]; pk: string; begins: string; IndexName?: string }) {
    const { names, pk, begins, IndexName } = where;
    const found: Raw[] = [];
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const output = await table.query({
        IndexName,
        ConsistentRead: IndexName === undefined,
        KeyConditionExpression: begins ? "#pk = :pk AND begins_with(#sk, :begins)" : "#pk = :pk",
        ExpressionAttributeNames: { "#pk": names[0], ...(begins && { "#sk": names[1] }) },
        ExpressionAttributeValues: { ":pk": pk, ...(begins && { ":begins": begins }) },
        ExclusiveStartKey,
      });
      for (const item of (output.Items ?? []) as Raw[]) {
        const name = nameOf(item);
        if (!this.seen.has(name)) this.seen.set(name, item);
        found.push(this.seen.get(name) ?? item);
      }
      ExclusiveStartKey = output.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    const mine = [...this.writes.values()].flatMap(({ item, checkOnly }) => (item && !checkOnly ? item : []));
    const added = mine.filter((item) => item[names[0]] === pk && String(item[names[1]]).startsWith(begins));
    return [...found.filter((item) => !this.own(item) || this.own(item)?.checkOnly), ...added];
  }
}

function toWrite({ key, item, expect, checkOnly }: Pending): Write {
  const Key = { pk: key.pk, sk: key.sk };
  const condition =
    expect === undefined
      ? {}
      : expect === 0
        ? { ConditionExpression: "attribute_not_exists(pk)" }
        : { ConditionExpression: "rev = :rev", ExpressionAttributeValues: { ":rev": expect } };
  if (checkOnly) return { ConditionCheck: { Key, ConditionExpression: "", ...condition } };
  if (item) return { Put: { Item: item, ...condition } };
  return { Delete: { Key, ...condition } };
}

const passing = ["ConditionalCheckFailed", "TransactionConflict", "ThrottlingError", "None"];

const lost = (error: unknown) =>
  error instanceof TransactionCanceledException &&
  (error.CancellationReasons ?? []).every(({ Code = "None" }) => passing.includes(Code));
