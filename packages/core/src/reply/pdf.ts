import { wallClock } from "../clock";
import { type Document, ink, onEachPage, type Print, paperPdf, soft } from "../paper/document";
import type { Locale } from "../tenant/tenant.entity";
import type { ReplyItem } from "./reply.entity";

/** What stands on the sheet. */
export type Sheet = Pick<ReplyItem, "to" | "locale" | "subject" | "body" | "number" | "letterhead"> & {
  /** As the letterhead would be, while the letter is not approved. */
  firm: NonNullable<ReplyItem["letterhead"]>;
  /** When it was approved; a draft has the present instant. */
  at: string;
  zone: string;
};

const words: Record<Locale, Record<"number" | "draft" | "noNumber" | "seal" | "to" | "phone", string>> = {
  "zh-CN": {
    number: "编号：",
    draft: "草 稿",
    noNumber: "（待定）",
    seal: "（盖章）",
    to: "致：",
    phone: "电话：",
  },
  en: {
    number: "No. ",
    draft: "DRAFT",
    noNumber: "(not given yet)",
    seal: " (seal)",
    to: "To: ",
    phone: "Tel. ",
  },
};

const margin = 72;
const size = 12;

/** A letter as a PDF on A4 under its letterhead, the typeface within. The same letter always makes the same bytes. */
export function letterPdf(sheet: Sheet): Promise<Uint8Array> {
  const { subject: title, firm, at, locale } = sheet;
  return paperPdf({ title, author: firm.name, at, locale, margin }, (document, print) => {
    head(document, sheet, print);
    address(document, sheet, print);
    paragraphs(document, sheet, print);
    closing(document, sheet, print);
    onEachPage(document, (page) => foot(document, sheet, page, print));
  });
}

/** The firm above a rule, with where it is found. */
function head(document: Document, { firm, locale }: Sheet, print: Print) {
  document.fillColor(ink).strokeColor(ink).lineWidth(0.5);
  document.fontSize(22).text(print(firm.name), { align: "center", fill: true, stroke: true });
  const where = [firm.address, firm.phone && words[locale].phone + firm.phone].filter(Boolean).join("    ");
  if (where) document.moveDown(0.4).fontSize(9).fillColor(soft).text(print(where), { align: "center" });
  const y = document.y + 10;
  document
    .lineWidth(1.2)
    .moveTo(margin, y)
    .lineTo(document.page.width - margin, y)
    .stroke(ink);
  document.y = y + 14;
}

function address(document: Document, { to, number, locale, subject }: Sheet, print: Print) {
  const { noNumber, number: label, to: toWhom } = words[locale];
  document
    .fillColor(ink)
    .fontSize(10.5)
    .text(label + (number ?? noNumber), { align: "right" });
  document.text(print(toWhom + to.name), { align: "left" });
  if (to.address) document.fillColor(soft).text(print(to.address));
  document.moveDown(1.6).fillColor(ink).lineWidth(0.4);
  document.fontSize(16).text(print(subject), { align: "center", fill: true, stroke: true });
  document.moveDown(1);
}

/** The salutation stands at the edge; in Chinese the others begin two characters in. */
function paragraphs(document: Document, { body, locale }: Sheet, print: Print) {
  const indent = locale === "zh-CN" ? 2 * size : 0;
  const lines = body.split("\n").map((line) => line.trim());
  document.fontSize(size).fillColor(ink);
  for (const [index, line] of lines.filter(Boolean).entries())
    document.text(print(line), { indent: index === 0 ? 0 : indent, lineGap: 7, paragraphGap: 4 });
}

/** Firm, seal and day, kept together at the end. */
function closing(document: Document, { firm, locale, at, zone }: Sheet, print: Print) {
  const height = 110;
  if (document.y + height > document.page.height - margin) document.addPage();
  document.moveDown(2).fontSize(size);
  for (const line of [`${firm.seal || firm.name}${words[locale].seal}`, longDay(at, zone, locale)])
    document.text(print(line), { align: "right", lineGap: 8 });
}

function longDay(at: string, zone: string, locale: Locale): string {
  const [year, month, day] = wallClock(at, zone).slice(0, 10).split("-").map(Number);
  if (locale === "zh-CN") return `${year}年${month}月${day}日`;
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: zone }).format(new Date(at));
}

/** The number of page and letter; across a draft, that it is one. */
function foot(document: Document, { number, locale }: Sheet, page: string, print: Print) {
  const { width, height } = document.page;
  document.fontSize(9).fillColor(soft);
  document.text(print([number, page].filter(Boolean).join("    ")), margin, height - 44, {
    ...{ width: width - 2 * margin, align: "center", lineBreak: false },
  });
  if (!number) {
    document.save().rotate(-35, { origin: [width / 2, height / 2] });
    document.fontSize(96).fillColor("#8a94a0", 0.16);
    document.text(words[locale].draft, 0, height / 2 - 60, { width, align: "center", lineBreak: false });
    document.restore();
  }
}
