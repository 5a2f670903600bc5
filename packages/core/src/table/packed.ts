import { deflateRawSync, inflateRawSync } from "node:zlib";
import { dictionaries } from "./dictionary";

/** Plain data in fewer bytes: each kilobyte is paid for in the table and in every index it lies in. */
export const packed = (data: unknown): Uint8Array =>
  deflateRawSync(Buffer.from(JSON.stringify(data) ?? "null"));

/** What was packed. */
export const unpacked = (bytes: Uint8Array): unknown => JSON.parse(inflateRawSync(bytes).toString("utf8"));

/** Holds the fields of a record that is stored packed. */
export const packedAttribute = "v";

type Key = { pk?: unknown; sk?: unknown };
const latest = dictionaries.length;
const words = dictionaries.map((text) => Buffer.from(text));

/** By what a record is packed: the words most use, and its own key, whose ids stand in it once more. */
function dictionaryOf(number: number, { pk, sk }: Key): Buffer {
  const known = words[number - 1];
  if (!known) throw new Error(`A later version wrote this record: it knows a dictionary ${number}`);
  return Buffer.concat([known, Buffer.from(`${pk}|${sk}`)]);
}

/** A record and its dictionary fit so small a window; making ready a larger one takes longer than packing. */
const small = { windowBits: 13, memLevel: 5 } as const;

/** The fields of a record in as few bytes as can be; its key must be known to read them. */
export function packedFields(fields: Record<string, unknown>, key: Key): Uint8Array {
  const dictionary = dictionaryOf(latest, key);
  const deflated = deflateRawSync(Buffer.from(JSON.stringify(fields)), { ...small, dictionary });
  const bytes = new Uint8Array(1 + deflated.length);
  bytes[0] = latest;
  bytes.set(deflated, 1);
  return bytes;
}

/** The fields of a stored record that are packed; undefined where none are. */
export function unpackedFields(record: Record<string, unknown>): Record<string, unknown> | undefined {
  const bytes = record[packedAttribute];
  if (!(bytes instanceof Uint8Array)) return undefined;
  const dictionary = dictionaryOf(bytes[0] ?? 0, record);
  return JSON.parse(inflateRawSync(bytes.subarray(1), { dictionary }).toString("utf8"));
}

/** A stored record with its fields, whether they were packed or not. */
export const fieldsOf = (record: Record<string, unknown>): Record<string, unknown> => ({
  ...record,
  ...unpackedFields(record),
});
