import { type FileHandle, mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";

/** A run of whole lines read from a log, and the byte where the first unread one begins. */
export type Lines = { lines: { text: string; start: number }[]; next: number };

const newline = 0x0a;

/** Reads `length` bytes at `start`, or fewer at the end of the file. */
export async function bytesAt(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, start);
  return buffer.subarray(0, bytesRead);
}

/** The whole lines from byte `start` on, at most about 4 MB of them; an unfinished last line is left. */
export async function linesFrom(file: FileHandle, start: number): Promise<Lines> {
  const { size } = await file.stat();
  let wanted = Math.min(size - start, 4_194_304);
  let bytes = wanted > 0 ? await bytesAt(file, start, wanted) : Buffer.alloc(0);
  while (!bytes.includes(newline) && start + bytes.length < size) {
    wanted *= 2;
    bytes = await bytesAt(file, start, wanted);
  }
  const lines: Lines["lines"] = [];
  let from = 0;
  for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, from)) {
    lines.push({ text: bytes.toString("utf8", from, end), start: start + from });
    from = end + 1;
  }
  return { lines, next: start + from };
}

/**
 * Appends lines and returns once they are on disk. A line that a killed writer left unfinished is ended
 * first, so that it spoils nothing but itself.
 */
export async function append(file: FileHandle, lines: readonly string[]): Promise<void> {
  const { size } = await file.stat();
  const torn = size > 0 && (await bytesAt(file, size - 1, 1))[0] !== newline;
  await file.appendFile(`${torn ? "\n" : ""}${lines.join("\n")}\n`);
  await file.datasync();
}

/** Opens the log for reading and appending, readable by its owner alone, its name in the directory on disk. */
export async function openLog(path: string): Promise<FileHandle> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, "a+", 0o600);
  const directory = await open(dirname(path), "r");
  try {
    await directory.sync();
  } catch {
    // Windows cannot flush a directory and does not need it.
  } finally {
    await directory.close();
  }
  return file;
}
