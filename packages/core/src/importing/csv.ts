import { pipeline, Readable } from "node:stream";
import type { SheetRow } from "./cell";
import { decoded, detectEncoding } from "./encoding";
import { ImportError } from "./fault";
import type { ByteSource } from "./source";

const delimiters = [",", "\t", ";"] as const;

/** The delimiter that stands most often outside quotes in the first lines; a comma when none does. */
function guessDelimiter(sample: string): string {
  const unquoted = sample.replace(/"[^"]*"/g, "");
  const counts = delimiters.map((delimiter) => unquoted.split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ",";
}

async function firstText(pieces: AsyncIterable<string>): Promise<string> {
  for await (const piece of pieces) if (piece !== "") return piece;
  return "";
}

function toFault(error: unknown): unknown {
  const isCsv = error instanceof Error && "code" in error && String(error.code).startsWith("CSV_");
  if (!isCsv) return error;
  const line = "lines" in error ? `line ${String(error.lines)}` : undefined;
  return new ImportError("csv_broken", line);
}

async function* records(source: ByteSource, onBytes?: (bytes: number) => void): AsyncGenerator<string[]> {
  const encoding = await detectEncoding(source);
  const delimiter = guessDelimiter((await firstText(decoded(source, encoding))).slice(0, 4096));
  const { parse } = await import("csv-parse");
  const parser = parse({
    delimiter,
    relax_column_count: true,
    skip_empty_lines: false,
    // One record longer than this is an unclosed quote that swallows the file.
    max_record_size: 262_144,
  });
  pipeline(Readable.from(decoded(source, encoding, onBytes)), parser, () => {});
  try {
    for await (const record of parser) yield record;
  } catch (error) {
    throw toFault(error);
  }
}

/**
 * The rows of a CSV in any encoding of `detectEncoding`, delimited by comma, tab or semicolon. All cells are
 * text. `row` counts records, as Excel does: blank lines count, a quoted line break does not.
 * Throws ImportError `encoding_unknown`, `csv_broken` or `too_many_columns`.
 */
export async function* readCsv(
  source: ByteSource,
  maxColumns: number,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<SheetRow> {
  let row = 0;
  for await (const record of records(source, onBytes)) {
    row++;
    if (record.length > maxColumns) throw new ImportError("too_many_columns", `row ${row}`);
    const cells = record.map((text) => (text.trim() === "" ? null : text));
    if (cells.some((cell) => cell !== null)) yield { sheet: "", row, cells };
  }
}
