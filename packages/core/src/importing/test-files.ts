import { fileURLToPath } from "node:url";
import { crc32, deflateRawSync } from "node:zlib";
import fc from "fast-check";
import type { Cell } from "./cell";
import type { FileInput } from "./source";
import { type ReadOptions, readRows } from "./workbook";

/** A part of a zip for tests, with lies about itself where a test wants them. */
export interface TestPart {
  name: string;
  data: string | Uint8Array;
  /** What the directory claims instead of the truth. */
  claimed?: { unpacked?: number; crc?: number; flags?: number };
  /** Present in the file, absent from the directory. */
  unlisted?: boolean;
}

function localPart({ name, data, claimed }: TestPart) {
  const bytes = Buffer.from(data as string);
  const packed = deflateRawSync(bytes);
  const unpacked = claimed?.unpacked ?? bytes.length;
  const crc = claimed?.crc ?? crc32(bytes);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(claimed?.flags ?? 0, 6);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(unpacked, 22);
  header.writeUInt16LE(Buffer.byteLength(name), 26);
  return { bytes: Buffer.concat([header, Buffer.from(name), packed]), packed: packed.length, unpacked, crc };
}

function directoryEntry(part: TestPart, offset: number): Buffer {
  const { packed, unpacked, crc } = localPart(part);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(part.claimed?.flags ?? 0, 8);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(packed, 20);
  entry.writeUInt32LE(unpacked, 24);
  entry.writeUInt16LE(Buffer.byteLength(part.name), 28);
  entry.writeUInt32LE(offset, 42);
  return Buffer.concat([entry, Buffer.from(part.name)]);
}

/** A zip of the given parts, in their order. */
export function zipOf(parts: readonly TestPart[]): Buffer {
  const files: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const { bytes } = localPart(part);
    files.push(bytes);
    if (!part.unlisted) entries.push(directoryEntry(part, offset));
    offset += bytes.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, directory, end]);
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const doc = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${doc}/${type}" Target="${target}"/>`;
const relations = (inner: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;

/** Wraps rows of XML into a worksheet. */
export const worksheet = (rows: string, after = "") =>
  `<worksheet ${main}><sheetData>${rows}</sheetData>${after}</worksheet>`;

/** What a test varies of a workbook of one or more sheets; cell style 1 shows a date. */
export interface TestBook {
  sheets: { name: string; xml: string; state?: string }[];
  strings?: string;
  formats?: string;
  workbookPr?: string;
  /** "absolute" as openpyxl writes it. */
  targets?: "relative" | "absolute";
  /** Parts in the opposite order, as streaming writers leave them. */
  reversed?: boolean;
}

/** The parts of a workbook, for `zipOf`. */
export function bookParts(book: TestBook): TestPart[] {
  const root = book.targets === "absolute" ? "/xl/" : "";
  const listed = book.sheets.map(
    ({ name, state = "visible" }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" state="${state}" r:id="s${at}"/>`,
  );
  const related = book.sheets.map((_, at) =>
    relation(`s${at}`, "worksheet", `${root}worksheets/tab${at}.xml`),
  );
  const shared = relation("t", "sharedStrings", `${root}sharedStrings.xml`);
  const parts: TestPart[] = [
    { name: "[Content_Types].xml", data: "<Types/>" },
    {
      name: "_rels/.rels",
      data: relations(relation("b", "officeDocument", `${root && "/"}xl/workbook.xml`)),
    },
    {
      name: "xl/workbook.xml",
      data: `<workbook ${main} xmlns:r="${doc}">${book.workbookPr ?? ""}<sheets>${listed.join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      data: relations(related.join("") + shared + relation("y", "styles", `${root}styles.xml`)),
    },
    {
      name: "xl/styles.xml",
      data: `<styleSheet ${main}>${book.formats ?? ""}<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    },
    { name: "xl/sharedStrings.xml", data: `<sst ${main}>${book.strings ?? ""}</sst>` },
    ...book.sheets.map(({ xml }, at) => ({ name: `xl/worksheets/tab${at}.xml`, data: xml })),
  ];
  return book.reversed ? parts.reverse() : parts;
}

/** A workbook of one sheet with the given rows of XML. */
export const bookOf = (rows: string, rest: Partial<TestBook> & { after?: string } = {}): Buffer =>
  zipOf(bookParts({ sheets: [{ name: "翠湖花园", xml: worksheet(rows, rest.after) }], ...rest }));

/** All rows of a file as [sheet, row, cells]. */
export async function allRows(input: FileInput, options?: ReadOptions): Promise<[string, number, Cell[]][]> {
  const all: [string, number, Cell[]][] = [];
  for await (const { sheet, row, cells } of readRows(input, options)) all.push([sheet, row, cells]);
  return all;
}

/** The code of the fault that a file is refused with, or "taken". */
export async function faultOf(input: FileInput, options?: ReadOptions): Promise<string> {
  try {
    await allRows(input, options);
    return "taken";
  } catch (error) {
    return error instanceof Error && "fault" in error ? String(error.fault) : `unexpected: ${error}`;
  }
}

/** All items of an async iteration. */
export async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** A file of the project's samples. */
export const samplePath = (name: string): string =>
  fileURLToPath(new URL(`../../../../samples/${name}`, import.meta.url));

/** Digits as Chinese keyboards write them. */
export const fullWidth = (text: string) =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** Mobiles of the mainland, for property tests. */
export const mobile = fc
  .tuple(fc.constantFrom("3", "4", "5", "6", "7", "8", "9"), fc.integer({ min: 0, max: 999_999_999 }))
  .map(([second, rest]) => `1${second}${String(rest).padStart(9, "0")}`);
