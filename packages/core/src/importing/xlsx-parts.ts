import { posix } from "node:path";
import { ImportError } from "./fault";
import type { ByteSource } from "./source";
import { isDateFormat } from "./xlsx-dates";
import { walkXml, type XmlHandler } from "./xml";
import { unpack, type ZipEntry } from "./zip";

/** A visible worksheet and where its cells are. */
export interface SheetPart {
  name: string;
  entry: ZipEntry;
}

/** What the cells of all sheets refer to. */
export interface BookParts {
  sheets: SheetPart[];
  strings: string[];
  /** By cell style number: whether its number format shows a date. */
  dateStyles: boolean[];
  /** Days counted from 1904 (old Macintosh files) instead of 1900. */
  from1904: boolean;
}

interface Relation {
  type: string;
  target: string;
}

type Parts = Map<string, ZipEntry>;

const truthy = (value: string | undefined) => value === "1" || value === "true";
/** Excel writes characters that XML forbids as _x000D_. */
export const unescapeText = (text: string) =>
  text.includes("_x")
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

async function walk(source: ByteSource, parts: Parts, name: string, handler: XmlHandler): Promise<boolean> {
  const entry = parts.get(name.toLowerCase());
  if (entry) await walkXml(unpack(source, entry), handler);
  return entry !== undefined;
}

/** Targets are relative to the folder of the part they belong to, or absolute with a leading slash. */
async function relations(source: ByteSource, parts: Parts, of: string): Promise<Map<string, Relation>> {
  const found = new Map<string, Relation>();
  const folder = posix.dirname(of);
  const file = posix.join(folder, "_rels", `${posix.basename(of)}.rels`);
  await walk(source, parts, of === "" ? "_rels/.rels" : file, {
    open(name, attributes) {
      const { Id: id, Type: type, Target: target, TargetMode: mode } = attributes;
      if (name !== "Relationship" || !id || !type || !target || mode === "External") return;
      const path = target.startsWith("/") ? target.slice(1) : posix.join(folder, target);
      found.set(id, { type: type.slice(type.lastIndexOf("/") + 1), target: path });
    },
  });
  return found;
}

const ofType = (all: Map<string, Relation>, type: string) =>
  [...all.values()].find((one) => one.type === type);

async function readSheets(source: ByteSource, parts: Parts, book: string, related: Map<string, Relation>) {
  const sheets: SheetPart[] = [];
  let from1904 = false;
  await walk(source, parts, book, {
    open(name, attributes) {
      if (name === "workbookPr") from1904 = truthy(attributes.date1904);
      if (name !== "sheet" || (attributes.state ?? "visible") !== "visible") return;
      const key = Object.keys(attributes).find((attribute) => /:id$/i.test(attribute));
      const relation = key === undefined ? undefined : related.get(attributes[key] ?? "");
      if (relation?.type !== "worksheet") return;
      const entry = parts.get(relation.target.toLowerCase());
      if (!entry) throw new ImportError("zip_broken", `${relation.target} is missing`);
      sheets.push({ name: (attributes.name ?? "").trim(), entry });
    },
  });
  return { sheets, from1904 };
}

/** Phonetic guides (rPh) stand beside the text and are not part of it. */
async function readStrings(source: ByteSource, parts: Parts, name: string): Promise<string[]> {
  const strings: string[] = [];
  let text = "";
  let inText = false;
  let inGuide = false;
  await walk(source, parts, name, {
    open(element) {
      if (element === "si") text = "";
      if (element === "rPh") inGuide = true;
      inText = element === "t" && !inGuide;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(element) {
      inText = false;
      if (element === "rPh") inGuide = false;
      if (element === "si") strings.push(unescapeText(text));
    },
  });
  return strings;
}

async function readDateStyles(source: ByteSource, parts: Parts, name: string): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  let inCellStyles = false;
  await walk(source, parts, name, {
    open(element, attributes) {
      if (element === "numFmt") codes.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      if (element === "cellXfs") inCellStyles = true;
      if (element === "xf" && inCellStyles) styles.push(Number(attributes.numFmtId ?? 0));
    },
    close(element) {
      if (element === "cellXfs") inCellStyles = false;
    },
  });
  return styles.map((id) => isDateFormat(id, codes.get(id)));
}

/**
 * Finds the workbook inside the zip by its relations (not by customary names) and reads what its cells
 * refer to. Hidden sheets are left out. Throws ImportError `wrong_type` when the zip is no .xlsx.
 */
export async function readBook(source: ByteSource, parts: Parts): Promise<BookParts> {
  const book = ofType(await relations(source, parts, ""), "officeDocument")?.target;
  if (!book || !parts.has(book.toLowerCase()) || !book.endsWith(".xml")) throw new ImportError("wrong_type");
  const related = await relations(source, parts, book);
  const { sheets, from1904 } = await readSheets(source, parts, book, related);
  if (![...related.values()].some((one) => one.type === "worksheet")) throw new ImportError("wrong_type");
  const strings = await readStrings(source, parts, ofType(related, "sharedStrings")?.target ?? "");
  const dateStyles = await readDateStyles(source, parts, ofType(related, "styles")?.target ?? "");
  return { sheets, strings, dateStyles, from1904 };
}
