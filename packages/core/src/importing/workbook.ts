import type { SheetRow } from "./cell";
import { readCsv } from "./csv";
import { ImportError } from "./fault";
import { sniff } from "./sniff";
import { type ByteSource, type FileInput, openSource } from "./source";
import { MergeFiller, readMerges } from "./xlsx-merges";
import { readBook } from "./xlsx-parts";
import { SheetParser } from "./xlsx-sheet";
import { parseXml } from "./xml";
import { readDirectory, unpack, type ZipLimits } from "./zip";

/** Bounds of a file; all are checked while reading, those of the zip before anything is unpacked. */
export interface ReadLimits extends ZipLimits {
  maxBytes: number;
  /** Filled rows over all sheets, headings included. */
  maxRows: number;
  maxColumns: number;
}

/** Roomy for 20,000 houses (about 2 MB packed, 20 MB unpacked), tight for anything hostile. */
export const defaultLimits: ReadLimits = {
  maxBytes: 20 * 1024 * 1024,
  maxUnpackedBytes: 200 * 1024 * 1024,
  maxRatio: 150,
  maxEntries: 1000,
  maxRows: 100_000,
  maxColumns: 200,
};

/** `onProgress` hears the share of the rows' bytes read so far, rising to 1, once per 64 KB. */
export interface ReadOptions {
  limits?: Partial<ReadLimits>;
  onProgress?: (share: number) => void;
}

type Progress = (bytes: number) => void;

const counter = (total: number, onProgress?: (share: number) => void): Progress => {
  let done = 0;
  return (bytes) => {
    done += bytes;
    onProgress?.(Math.min(1, done / total));
  };
};

async function* counted(pieces: AsyncIterable<Buffer>, progress: Progress): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    progress(piece.length);
    yield piece;
  }
}

async function* readSheet(pieces: () => AsyncIterable<Buffer>, parser: SheetParser, progress: Progress) {
  const merges = new MergeFiller(await readMerges(pieces()));
  for await (const _ of parseXml(counted(pieces(), progress), parser)) {
    yield parser.take().map((row) => merges.fill(row));
  }
}

async function* readXlsx(source: ByteSource, limits: ReadLimits, onProgress?: (share: number) => void) {
  const book = await readBook(source, await readDirectory(source, limits));
  const progress = counter(
    book.sheets.reduce((sum, { entry }) => sum + entry.unpacked, 0),
    onProgress,
  );
  for (const { name, entry } of book.sheets) {
    const parser = new SheetParser(name, book, limits.maxColumns);
    for await (const rows of readSheet(() => unpack(source, entry), parser, progress)) yield* rows;
  }
}

async function* bounded(rows: AsyncIterable<SheetRow>, maxRows: number): AsyncGenerator<SheetRow> {
  let count = 0;
  for await (const row of rows) {
    if (++count > maxRows) throw new ImportError("too_many_rows", `more than ${maxRows}`);
    yield row;
  }
}

/**
 * Reads an .xlsx or CSV row by row: one piece of the file at a time, beside the table of shared strings.
 * The kind is told by content, not by name. Visible sheets in their order; blank rows are left out;
 * formulas give their cached value and are never evaluated; the value of a cell merged over several rows
 * is repeated in each of them. Leaving the loop early closes the file.
 * Throws ImportError (see `fileFaults`) for a file that is no good as a whole.
 */
export async function* readRows(input: FileInput, options: ReadOptions = {}): AsyncGenerator<SheetRow> {
  const limits = { ...defaultLimits, ...options.limits };
  const source = await openSource(input, limits.maxBytes);
  try {
    const rows =
      (await sniff(source)) === "zip"
        ? readXlsx(source, limits, options.onProgress)
        : readCsv(source, limits.maxColumns, counter(source.size, options.onProgress));
    yield* bounded(rows, limits.maxRows);
  } finally {
    await source.close();
  }
}
