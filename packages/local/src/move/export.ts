import { existsSync } from "node:fs";
import { cp, mkdir, readdir, writeFile } from "node:fs/promises";
import { type DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { isoNow } from "@frontdesk/core/clock";
import { tableName } from "@frontdesk/core/table/client";
import {
  type Counts,
  filesFolder,
  kindOf,
  type Manifest,
  manifestFile,
  recordsFile,
  type StoredItem,
  writeItems,
} from "./format";

/** Every item of the table, in no order. */
export async function* allItems(client: DynamoDBClient): AsyncGenerator<StoredItem> {
  let ExclusiveStartKey: StoredItem | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: tableName(), ExclusiveStartKey, ConsistentRead: true }),
    );
    yield* page.Items ?? [];
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
}

/** Notes of which kind the items are that pass. */
export async function* counting(items: AsyncIterable<StoredItem>, counts: Counts) {
  for await (const item of items) {
    const kind = kindOf(item);
    counts[kind] = (counts[kind] ?? 0) + 1;
    yield item;
  }
}

async function copyFiles(from: string, to: string) {
  await cp(from, to, { recursive: true });
  return readdir(to, { recursive: true, withFileTypes: true });
}

/**
 * Writes everything there is to a new folder: records, the files of a folder of this machine, and how many of each
 * kind. Nothing may be writing meanwhile. Throws when the folder exists.
 */
export async function exportTo(folder: string, client: DynamoDBClient, files?: string): Promise<Manifest> {
  await mkdir(folder, { mode: 0o700 });
  const counts: Counts = {};
  await writeItems(recordsFile(folder), counting(allItems(client), counts));
  const copied = files && existsSync(files) ? await copyFiles(files, filesFolder(folder)) : [];
  const manifest: Manifest = {
    ...{ version: 1, at: isoNow(), counts },
    files: copied.filter((entry) => entry.isFile()).length,
  };
  await writeFile(manifestFile(folder), JSON.stringify(manifest, null, 2));
  return manifest;
}
