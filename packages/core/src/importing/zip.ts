import { pipeline, Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import { ImportError } from "./fault";
import { type ByteSource, pieces } from "./source";

/** Bounds on what a zip may claim, checked before any part of it is unpacked. */
export interface ZipLimits {
  maxEntries: number;
  maxUnpackedBytes: number;
  /** Unpacked ÷ packed bytes of the whole file; looked at only above 10 MB unpacked. */
  maxRatio: number;
}

/** One file of a zip as its central directory states it; sizes in bytes. */
export interface ZipEntry {
  name: string;
  packed: number;
  unpacked: number;
  method: number;
  crc: number;
  encrypted: boolean;
  offset: number;
}

const broken = (detail: string) => new ImportError("zip_broken", detail);
const ratioMattersAbove = 10 * 1024 * 1024;
const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const FULL32 = 0xffffffff;

interface Directory {
  count: number;
  size: number;
  offset: number;
}

/** 8-byte numbers above 2^53 cannot be sizes of anything we would read. */
function big(bytes: Buffer, at: number): number {
  const value = bytes.readBigUInt64LE(at);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw broken("impossible size");
  return Number(value);
}

async function findDirectory(source: ByteSource): Promise<Directory> {
  const start = Math.max(0, source.size - 22 - 65_535);
  const tail = await source.read(start, source.size - start);
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END || at + 22 + tail.readUInt16LE(at + 20) !== tail.length) continue;
    const plain = {
      count: tail.readUInt16LE(at + 10),
      size: tail.readUInt32LE(at + 12),
      offset: tail.readUInt32LE(at + 16),
    };
    return (await directory64(source, tail, at)) ?? plain;
  }
  throw broken("no end of directory");
}

async function directory64(source: ByteSource, tail: Buffer, end: number): Promise<Directory | undefined> {
  const at = end - 20;
  if (at < 0 || tail.readUInt32LE(at) !== LOCATOR64) return undefined;
  const record = await source.read(big(tail, at + 8), 56);
  if (record.length < 56 || record.readUInt32LE(0) !== END64) throw broken("zip64 directory");
  return { count: big(record, 32), size: big(record, 40), offset: big(record, 48) };
}

/** Sizes that do not fit into 32 bits stand in an extra field, in a fixed order, only those that overflow. */
function widen(entry: ZipEntry, extra: Buffer): ZipEntry {
  for (let at = 0; at + 4 <= extra.length; ) {
    const id = extra.readUInt16LE(at);
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (id === 1 && end <= extra.length) return widenBy(entry, extra.subarray(at + 4, end));
    at = end;
  }
  return entry;
}

function widenBy(entry: ZipEntry, field: Buffer): ZipEntry {
  let at = 0;
  const next = (value: number) => {
    if (value !== FULL32) return value;
    if (at + 8 > field.length) throw broken("zip64 sizes");
    at += 8;
    return big(field, at - 8);
  };
  const unpacked = next(entry.unpacked);
  const packed = next(entry.packed);
  return { ...entry, unpacked, packed, offset: next(entry.offset) };
}

function readEntry(bytes: Buffer, at: number): { entry: ZipEntry; next: number } {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw broken("directory entry");
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
  const entry: ZipEntry = {
    name: bytes.toString("utf8", at + 46, nameEnd).replaceAll("\\", "/"),
    encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    packed: bytes.readUInt32LE(at + 20),
    unpacked: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
  };
  return {
    entry: widen(entry, bytes.subarray(nameEnd, extraEnd)),
    next: extraEnd + bytes.readUInt16LE(at + 32),
  };
}

function checkClaims(entries: ZipEntry[], size: number, limits: ZipLimits) {
  const total = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  const tooDense = total > ratioMattersAbove && total / size > limits.maxRatio;
  if (total > limits.maxUnpackedBytes || tooDense)
    throw new ImportError("zip_bomb", `unpacks to ${total} bytes`);
  if (entries.some((entry) => entry.encrypted)) throw new ImportError("encrypted");
}

/**
 * The directory of a zip by lower-cased name (names of parts ignore case), after checking entry count, total size and ratio against `limits`.
 * Throws ImportError `zip_broken`, `zip_bomb` or `encrypted`.
 */
export async function readDirectory(source: ByteSource, limits: ZipLimits): Promise<Map<string, ZipEntry>> {
  const directory = await findDirectory(source);
  if (directory.count > limits.maxEntries) throw new ImportError("zip_bomb", `${directory.count} entries`);
  if (directory.offset + directory.size > source.size) throw broken("directory outside the file");
  const bytes = await source.read(directory.offset, directory.size);
  const byName = new Map<string, ZipEntry>();
  for (let at = 0, index = 0; index < directory.count; index++) {
    const { entry, next } = readEntry(bytes, at);
    const key = entry.name.toLowerCase();
    if (byName.has(key)) throw broken(`two parts named ${entry.name}`);
    byName.set(key, entry);
    at = next;
  }
  checkClaims([...byName.values()], source.size, limits);
  return byName;
}

async function packedPieces(source: ByteSource, entry: ZipEntry): Promise<AsyncGenerator<Buffer>> {
  const header = await source.read(entry.offset, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) throw broken(entry.name);
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (start + entry.packed > source.size) throw broken(`${entry.name} is cut off`);
  return pieces(source, start, entry.packed);
}

async function* inflated(packed: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw({ chunkSize: 65_536 });
  pipeline(Readable.from(packed), inflate, () => {});
  try {
    for await (const chunk of inflate) yield chunk;
  } catch (error) {
    throw error instanceof Error && "code" in error && String(error.code).startsWith("Z_")
      ? broken(name)
      : error;
  }
}

/**
 * Unpacks one part piece by piece. Never gives more bytes than the directory declared, so that the check
 * of the claims binds what is read; a wrong length or checksum throws ImportError `zip_broken`.
 */
export async function* unpack(source: ByteSource, entry: ZipEntry): AsyncGenerator<Buffer> {
  if (entry.method !== 0 && entry.method !== 8) throw broken(`${entry.name}: packing method ${entry.method}`);
  const packed = await packedPieces(source, entry);
  let size = 0;
  let crc = 0;
  for await (const chunk of entry.method === 8 ? inflated(packed, entry.name) : packed) {
    size += chunk.length;
    if (size > entry.unpacked) throw broken(`${entry.name} is larger than stated`);
    crc = crc32(chunk, crc);
    yield chunk;
  }
  if (size !== entry.unpacked || crc !== entry.crc) throw broken(`${entry.name} is damaged`);
}
