import * as z from "zod";
import { useTenantId } from "../context";
import { notFound } from "../error";
import type { Row } from "./call";
import { table } from "./client";
import { hiddenFromActor } from "./hidden";
import { packedAttribute, packedFields, unpackedFields } from "./packed";
import { type Page, type PageRequest, queryPage } from "./page";
import { dueIndex, ttlAttribute } from "./schema";

/** Where an item lies: the parts of its partition key after the tenant, and its sort key. */
export type Place = readonly [partition: readonly string[], sort: string];
export type IndexName = "gsi1" | "gsi2" | "gsi3";
/** Scheduled work an item is waiting for: found by kind when `at` (ISO) has come. */
export type Due = { kind: string; at: string };

type Stamp = { tenantId: string; rev: number };
/** A stored item: the schema's fields, its tenant, and a revision that every change raises by one. */
export type Item<S extends z.ZodObject> = z.output<S> & Stamp;

/** The stored item of an entity: `ItemOf<typeof Ticket>`. */
export type ItemOf<E> = E extends Entity<infer S, infer _K> ? Item<S> : never;

export type EntityDefinition<S extends z.ZodObject, K> = {
  name: string;
  schema: S;
  key: (key: K) => Place;
  /** Undefined leaves the item out of that index. */
  indexes?: Partial<Record<IndexName, (item: z.output<S>) => Place | undefined>>;
  due?: (item: z.output<S>) => Due | undefined;
  /**
   * Stored in as few bytes as can be, for what is written often and lies in many indexes: nothing of it can be seen
   * in the table but its keys and its revision. What was stored plainly before is read as it is.
   */
  packed?: true;
  /** The id by which an item is hidden from some members: for them it is not there. */
  hiddenBy?: (item: z.output<S>) => string | undefined;
  /** Epoch seconds after which the table may drop the item. */
  expires?: (item: z.output<S>) => number | undefined;
};

const joined = (parts: readonly string[]) => parts.join("#");
/** The one place where a tenant-owned partition key is made (architecture, rule 1). */
const partitionKey = (tenantId: string, partition: readonly string[]) => joined([tenantId, ...partition]);

/** Several shards a kind, so that a burst of due work does not heat one partition. */
export const dueShards = 4;
const shardOf = (text: string) =>
  [...text].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 65_521, 7) % dueShards;

/** A kind of item in the one table: its schema, where it lies and how it is found. Made once per kind. */
export class Entity<S extends z.ZodObject, K> {
  readonly name: string;
  private readonly stored: z.ZodType<Item<S>>;

  constructor(readonly definition: EntityDefinition<S, K>) {
    this.name = definition.name;
    const stamped = definition.schema.extend({ tenantId: z.string(), rev: z.int().min(1) });
    this.stored = stamped as unknown as z.ZodType<Item<S>>;
  }

  /** The item's primary key for a tenant. */
  key(key: K, tenantId = useTenantId()) {
    const [partition, sort] = this.definition.key(key);
    return { pk: partitionKey(tenantId, partition), sk: sort };
  }

  /** The whole record to be written: checked fields, keys of table and indexes, due time and expiry. */
  record(item: Item<S>): Record<string, unknown> {
    return this.written(item).record;
  }

  /** An item as it is checked, and the record that stores it. */
  written(item: Item<S>): { item: Item<S>; record: Record<string, unknown> } {
    const checked = this.stored.parse(item);
    const { indexes = {}, due, expires, packed } = this.definition;
    const key = this.key(checked as unknown as K, checked.tenantId);
    const fields = packed ? { rev: checked.rev, [packedAttribute]: packedFields(checked, key) } : checked;
    const record: Record<string, unknown> = { ...fields, ...key, kind_: this.name };
    for (const [index, place] of Object.entries(indexes)) {
      const found = place(checked);
      if (!found) continue;
      record[`${index}pk`] = partitionKey(checked.tenantId, found[0]);
      record[`${index}sk`] = found[1];
    }
    const waiting = due?.(checked);
    if (waiting) {
      record[`${dueIndex}pk`] = `${waiting.kind}#${shardOf(String(record.pk))}`;
      record[`${dueIndex}sk`] = waiting.at;
    }
    const end = expires?.(checked);
    if (end !== undefined) record[ttlAttribute] = end;
    return { item: checked, record };
  }

  /** The item, or undefined. Reads are strongly consistent unless told otherwise. */
  async get(key: K, options: { consistent?: boolean } = {}): Promise<Item<S> | undefined> {
    const { Item } = await table.get({ Key: this.key(key), ConsistentRead: options.consistent ?? true });
    return Item && (await this.visible([this.item(Item)]))[0];
  }

  /** The item; throws `not_found` when there is none for this tenant. */
  async need(key: K): Promise<Item<S>> {
    const item = await this.get(key);
    if (!item) throw notFound();
    return item;
  }

  /** The items that exist among `keys`, in no order; any number of keys, duplicates allowed. */
  async batch(keys: readonly K[], options: { consistent?: boolean } = {}): Promise<Item<S>[]> {
    const unique = new Map(keys.map((key) => [JSON.stringify(this.key(key)), this.key(key)]));
    const found = await batchGet([...unique.values()], options.consistent ?? true);
    return this.visible(found.map((item) => this.item(item)));
  }

  /** A page of items of one partition of the table, or of an index. */
  async query(
    where: IndexName | "table",
    partition: readonly string[],
    request: PageRequest = {},
  ): Promise<Page<Item<S>>> {
    const pk = partitionKey(useTenantId(), partition);
    const read = (raw: Row) => this.item(raw);
    const page = await queryPage(where, pk, request, read);
    const items = await this.visible(page.items);
    let { cursor } = page;
    const { limit = 0 } = request;
    // A page that is short for what is hidden would pass for the last one.
    while (cursor && items.length < limit && items.length < page.items.length) {
      const more = await queryPage(where, pk, { ...request, cursor, limit: limit - items.length }, read);
      items.push(...(await this.visible(more.items)));
      cursor = more.cursor;
    }
    return { items, cursor };
  }

  /** Of records that were read with those of other kinds, this kind's, as far as they are there for the acting member. */
  among(records: readonly Row[]): Promise<Item<S>[]> {
    return this.visible(records.filter(({ kind_ }) => kind_ === this.name).map((raw) => this.item(raw)));
  }

  /** What of these items is there for the acting member. */
  private async visible(items: Item<S>[]): Promise<Item<S>[]> {
    const { hiddenBy } = this.definition;
    const hidden = hiddenBy && items.length > 0 ? await hiddenFromActor() : undefined;
    return hidden && hiddenBy ? items.filter((item) => !hidden.has(hiddenBy(item))) : items;
  }

  /** Every item of a partition, page by page: for jobs, never for a page people wait for. */
  async *all(
    where: IndexName | "table",
    partition: readonly string[],
    request: Omit<PageRequest, "cursor"> = {},
  ) {
    let cursor: string | undefined;
    do {
      const page: Page<Item<S>> = await this.query(where, partition, { limit: 500, ...request, cursor });
      yield* page.items;
      cursor = page.cursor;
    } while (cursor);
  }

  /** Whether a stored record lies elsewhere in the indexes than it would be written today. */
  isMisplaced(raw: Record<string, unknown>): boolean {
    const record = this.record(this.item(raw));
    return ["gsi1", "gsi2", "gsi3"].some(
      (index) => record[`${index}pk`] !== raw[`${index}pk`] || record[`${index}sk`] !== raw[`${index}sk`],
    );
  }

  /** What was read, without the table's own attributes. */
  item(raw: Record<string, unknown>): Item<S> {
    const packed = unpackedFields(raw);
    if (packed) return packed as Item<S>;
    const fields = { ...raw };
    for (const name of ["pk", "sk", "kind_", ttlAttribute]) delete fields[name];
    for (const index of ["gsi1", "gsi2", "gsi3", dueIndex]) {
      delete fields[`${index}pk`];
      delete fields[`${index}sk`];
    }
    return fields as Item<S>;
  }
}

/** Declares a tenant-owned kind of item. */
export const entity = <S extends z.ZodObject, K>(definition: EntityDefinition<S, K>) =>
  new Entity(definition);

/** Raw items by primary key in batches of 100, asking again for what the table left over. */
export async function batchGet(keys: readonly { pk: string; sk: string }[], consistent: boolean) {
  const found: Row[] = [];
  for (let start = 0; start < keys.length; start += 100) {
    let wanted: readonly Row[] = keys.slice(start, start + 100);
    while (wanted.length > 0) {
      const answer = await table.batchGet({ keys: wanted, consistent });
      found.push(...answer.found);
      wanted = answer.left;
    }
  }
  return found;
}
