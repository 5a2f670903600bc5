import { type FileHandle, open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { ImportError } from "./fault";

/** Where a file comes from: a path on disk, bytes in memory, or a stream (kept in memory once). */
export type FileInput = string | Uint8Array | Readable;

/** Bytes that can be read from any place, so that a zip's directory at the end is seen before its parts. */
export interface ByteSource {
  readonly size: number;
  /** Bytes from `offset`; shorter than `length` only at the end of the file. */
  read(offset: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

const overBuffer = (bytes: Buffer): ByteSource => ({
  size: bytes.length,
  read: async (offset, length) => bytes.subarray(offset, offset + length),
  close: async () => {},
});

async function readFully(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const target = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(target, filled, length - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return target.subarray(0, filled);
}

async function overFile(path: string): Promise<ByteSource> {
  const file = await open(path, "r");
  const { size } = await file.stat();
  return {
    size,
    read: (offset, length) => readFully(file, offset, Math.max(0, Math.min(length, size - offset))),
    close: () => file.close(),
  };
}

async function collect(stream: Readable, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
    size += bytes.length;
    if (size > maxBytes) throw new ImportError("too_large", `more than ${maxBytes} bytes`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks, size);
}

/**
 * Opens a file for reading from any place. A path is read piece by piece; a stream is collected first.
 * Throws ImportError `too_large` above `maxBytes` and `empty` for no bytes at all.
 */
export async function openSource(input: FileInput, maxBytes: number): Promise<ByteSource> {
  const source = await toSource(input, maxBytes);
  const fault = source.size === 0 ? "empty" : source.size > maxBytes ? "too_large" : undefined;
  if (!fault) return source;
  await source.close();
  throw new ImportError(fault, `${source.size} bytes`);
}

async function toSource(input: FileInput, maxBytes: number): Promise<ByteSource> {
  if (typeof input === "string") return overFile(input);
  if (input instanceof Uint8Array)
    return overBuffer(Buffer.from(input.buffer, input.byteOffset, input.length));
  return overBuffer(await collect(input, maxBytes));
}

/** The bytes of a range in pieces of 64 KB, for streaming decoders. */
export async function* pieces(source: ByteSource, offset = 0, length = source.size): AsyncGenerator<Buffer> {
  for (let at = offset; at < offset + length; ) {
    const piece = await source.read(at, Math.min(65_536, offset + length - at));
    if (piece.length === 0) return;
    at += piece.length;
    yield piece;
  }
}
