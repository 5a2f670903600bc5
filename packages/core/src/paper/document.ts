import type { Locale } from "../tenant/tenant.entity";
import { paperFont } from "./font";

export type Document = PDFKit.PDFDocument;
/** Characters that the typeface does not have stand as 〓, which printers have always put for them. */
export type Print = (text: string) => string;

export type Paper = {
  title: string;
  author: string;
  /** Stands in the document as its date, an instant: the same content always makes the same bytes. */
  at: string;
  locale: Locale;
  layout?: "portrait" | "landscape";
  /** Points on all sides. */
  margin: number;
};

export const ink = "#1f2733";
export const soft = "#5a6675";

/** A PDF on A4 with the typeface within; `write` fills it, with all pages at hand until it is done. */
export async function paperPdf(
  { title, author, at, locale, layout = "portrait", margin }: Paper,
  write: (document: Document, print: Print) => void,
): Promise<Uint8Array> {
  const [{ default: PDFDocument }, font] = await Promise.all([import("pdfkit"), paperFont()]);
  const document = new PDFDocument({
    ...{ size: "A4", layout, margin, bufferPages: true, lang: locale },
    // No font of the library's own, which would have no Chinese.
    font: font as unknown as string,
    info: { Title: title, Author: author, CreationDate: new Date(at), ModDate: new Date(at) },
  });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve, reject) => document.on("end", resolve).on("error", reject));
  write(document, printable(document));
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

function printable(document: Document): Print {
  const { font } = (
    document as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } }
  )._font;
  return (text) =>
    [...text].map((one) => (font.hasGlyphForCodePoint(one.codePointAt(0) ?? 0) ? one : "〓")).join("");
}

/** Writes at the foot of every page, within the margin, where text would otherwise begin another page. */
export function onEachPage(document: Document, write: (page: string) => void) {
  const { start, count } = document.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    document.switchToPage(page);
    const { margins } = document.page;
    const { bottom } = margins;
    margins.bottom = 0;
    write(`${page + 1} / ${count}`);
    margins.bottom = bottom;
  }
}
