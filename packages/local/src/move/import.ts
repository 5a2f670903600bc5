import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { BatchWriteItemCommand, type DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { storage } from "@frontdesk/core/attachment/storage";
import { tableName } from "@frontdesk/core/table/client";
import { allItems, counting } from "./export";
import {
  type Counts,
  filesFolder,
  kindOf,
  type Manifest,
  manifestFile,
  readItems,
  recordsFile,
  type StoredItem,
} from "./format";

/** DynamoDB takes so many items at once. */
const batchSize = 25;
const atOnce = 8;
const mostTries = 10;

/** What the stream must find before it is told of the records: what they were counted as, and the sums. */
const figuresFirst = ["counted", "sheet", "breakdown"];

/** What differs between what was exported and what is there. */
export type Moved = { counts: Counts; differences: string[] };

/**
 * Puts what `exportTo` wrote into an empty table and into the files' storage. Figures come first, so that whatever
 * feeds them from the stream finds every record counted already. May be run again after it was broken off. Throws when
 * the table holds anything else.
 */
export async function importFrom(folder: string, client: DynamoDBClient, again = false): Promise<Moved> {
  const manifest = JSON.parse(await readFile(manifestFile(folder), "utf8")) as Manifest;
  if (manifest.version !== 1) throw new Error("This export was written by another version of Frontdesk");
  if (!again) await needEmpty(client);
  const isFigure = (item: StoredItem) => figuresFirst.includes(kindOf(item));
  await putAll(client, only(readItems(recordsFile(folder)), isFigure));
  await putAll(
    client,
    only(readItems(recordsFile(folder)), (item) => !isFigure(item)),
  );
  const files = await putFiles(filesFolder(folder));
  const counts: Counts = {};
  for await (const _ of counting(allItems(client), counts));
  return { counts, differences: differences(manifest, counts, files) };
}

async function needEmpty(client: DynamoDBClient) {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: tableName(), Limit: 1 }));
  if (Items.length > 0)
    throw new Error(`Table ${tableName()} is not empty: import into a new one, or go on with --again`);
}

async function* only(items: AsyncIterable<StoredItem>, wanted: (item: StoredItem) => boolean) {
  for await (const item of items) if (wanted(item)) yield item;
}

async function putAll(client: DynamoDBClient, items: AsyncIterable<StoredItem>) {
  const running = new Set<Promise<void>>();
  let batch: StoredItem[] = [];
  const flush = async () => {
    if (batch.length === 0) return;
    const put = putBatch(client, batch);
    batch = [];
    running.add(put);
    put.then(() => running.delete(put)).catch(() => undefined);
    if (running.size >= atOnce) await Promise.race(running);
  };
  for await (const item of items) {
    batch.push(item);
    if (batch.length === batchSize) await flush();
  }
  await flush();
  await Promise.all(running);
}

async function putBatch(client: DynamoDBClient, items: StoredItem[]) {
  const name = tableName();
  let left = items.map((Item) => ({ PutRequest: { Item } }));
  for (let tried = 1; left.length > 0; tried++) {
    const { UnprocessedItems } = await client.send(
      new BatchWriteItemCommand({ RequestItems: { [name]: left } }),
    );
    left = (UnprocessedItems?.[name] ?? []) as typeof left;
    if (left.length > 0 && tried === mostTries)
      throw new Error("The table takes no more; try again with --again");
    if (left.length > 0) await sleep(50 * 2 ** tried * Math.random());
  }
}

/** Files go where the service looks for them: FRONTDESK_BUCKET, or FRONTDESK_FILES. */
async function putFiles(folder: string): Promise<number> {
  if (!existsSync(folder)) return 0;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths)
    await storage().put(relative(folder, path).split(sep).join("/"), await readFile(path));
  return paths.length;
}

function differences(manifest: Manifest, counts: Counts, files: number): string[] {
  const kinds = [...new Set([...Object.keys(manifest.counts), ...Object.keys(counts)])].sort();
  const told = (kind: string, was: number, is: number) =>
    was === is ? [] : [`${kind}: ${was} exported, ${is} there`];
  return [
    ...kinds.flatMap((kind) => told(kind, manifest.counts[kind] ?? 0, counts[kind] ?? 0)),
    ...told("files", manifest.files, files),
  ];
}
