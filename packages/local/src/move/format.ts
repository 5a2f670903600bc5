import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Writable } from "node:stream";
import { createGunzip, createGzip } from "node:zlib";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";

/** A stored item as DynamoDB writes it. */
export type StoredItem = Record<string, AttributeValue>;
/** How many records there are of each kind. */
export type Counts = Record<string, number>;
/** What stands beside the records: which version wrote them, when, and how many. */
export type Manifest = { version: 1; at: string; counts: Counts; files: number };

export const recordsFile = (folder: string) => join(folder, "records.jsonl.gz");
export const manifestFile = (folder: string) => join(folder, "manifest.json");
export const filesFolder = (folder: string) => join(folder, "files");

/** The kind of an item; what has none (counters, links) counts under the first part of its key. */
export const kindOf = (item: StoredItem): string =>
  item.kind_?.S ?? (item.pk?.S?.startsWith("link#") ? "link" : "other");

/** Binary values are written as base64, with a mark by which they are told from text. */
const toText = (_: string, value: unknown) =>
  value instanceof Uint8Array ? { base64: Buffer.from(value).toString("base64") } : value;
function fromText(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Object.keys(value).join() !== "base64") return value;
  // A record's own field of that name holds a value with its type, never plain text.
  const { base64 } = value as { base64: unknown };
  return typeof base64 === "string" ? new Uint8Array(Buffer.from(base64, "base64")) : value;
}

/** Writes items, a line each, packed. */
export async function writeItems(path: string, items: AsyncIterable<StoredItem>): Promise<void> {
  const packed = createGzip();
  const file = packed.pipe(createWriteStream(path, { flags: "wx", mode: 0o600 }));
  for await (const item of items) await line(packed, `${JSON.stringify(item, toText)}\n`);
  packed.end();
  await once(file, "close");
}

async function line(stream: Writable, text: string) {
  if (!stream.write(text)) await once(stream, "drain");
}

/** Reads items back, one after the other. */
export async function* readItems(path: string): AsyncGenerator<StoredItem> {
  const lines = createInterface({ input: createReadStream(path).pipe(createGunzip()) });
  for await (const text of lines) yield JSON.parse(text, fromText) as StoredItem;
}
