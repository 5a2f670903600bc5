import { createHash } from "node:crypto";
import { photoLimit, photoTypeOf } from "@frontdesk/core/attachment/index";
import { linkToken, newToken } from "@frontdesk/core/link/link";
import { type getReportDesk, maxPhotos, type Report, reportPhone } from "@frontdesk/core/report/index";
import type { Locale } from "@frontdesk/core/tenant/tenant.entity";
import type { Faults } from "./fields";
import type { Upload } from "./multipart";
import { reportTexts } from "./report.texts";

/** What stands in the form, as it was filled in. */
export type Filled = {
  draft: string;
  topic?: string;
  words?: string;
  urgent?: boolean;
  house?: string;
  name?: string;
  phone?: string;
};

export const limits = { words: 1_500, house: 40, name: 60, phone: 40 };
/** Photos, and 64 KB for the rest. */
export const reportLimit = maxPhotos * photoLimit + 64 * 1024;

/** A browser sends a line's end as two characters and counts it as one. */
const plain = (text: string | undefined) => (text ?? "").replaceAll("\r\n", "\n").trim();

/** The form as sent; a draft's token that is none is replaced by a fresh one. */
export function filledOf({ fields }: Upload): Filled {
  const draft = linkToken.safeParse(fields.draft);
  return {
    draft: draft.success ? draft.data : newToken(),
    topic: plain(fields.topic),
    words: plain(fields.words),
    urgent: fields.urgent === "1",
    house: plain(fields.house),
    name: plain(fields.name),
    phone: plain(fields.phone),
  };
}

/** A report on its way, as it stood in the form. */
export const filledFrom = (draft: string, report: Report): Filled => ({
  ...report,
  draft,
  topic: `${report.kind}.${report.category}`,
  urgent: report.urgency === "urgent",
});

/** What one can report, kind by kind. */
export type Topics = Awaited<ReturnType<typeof getReportDesk>>["topics"];

/** "repair.leak" → its kind and category; undefined for anything not offered. */
function topicOf(topics: Topics, topic: string | undefined): Pick<Report, "kind" | "category"> | undefined {
  const found = topics.find(({ kind, code }) => `${kind}.${code}` === topic);
  return found && { kind: found.kind, category: found.code };
}

export type Read = { faults: Faults; report?: Omit<Report, "locale"> };

/** The report of a filled-in form, or what is wrong with it in the reader's words. */
export async function readReport(
  topics: Topics,
  filled: Filled,
  photos: readonly Uint8Array[],
  locale: Locale,
): Promise<Read> {
  const { fault } = reportTexts[locale];
  const { words = "", house = "", name = "", urgent } = filled;
  const topic = topicOf(topics, filled.topic);
  const phone = (filled.phone ?? "").length <= limits.phone ? reportPhone(filled.phone ?? "") : undefined;
  const faults: [string, string | undefined][] = [
    ["topic", topic ? undefined : fault.topic],
    ["words", bounded(words, limits.words, fault.words, fault.wordsLong)],
    ["photos", await faultOfPhotos(photos, locale)],
    ["house", house.length > limits.house ? fault.houseLong : undefined],
    ["name", bounded(name, limits.name, fault.name, fault.nameLong)],
    ["phone", phone ? undefined : fault.phone],
  ];
  const found = Object.fromEntries(faults.flatMap(([field, text]) => (text ? [[field, text]] : [])));
  if (!topic || !phone || Object.keys(found).length > 0) return { faults: found };
  const urgency = urgent ? ("urgent" as const) : undefined;
  return { faults: found, report: { ...topic, urgency, words, house: house || undefined, name, phone } };
}

function bounded(text: string, limit: number, missing: string, long: string) {
  if (text.length === 0) return missing;
  return text.length > limit ? long : undefined;
}

async function faultOfPhotos(photos: readonly Uint8Array[], locale: Locale) {
  const { fault } = reportTexts[locale];
  if (photos.length > maxPhotos) return fault.photosMany;
  if (photos.some(({ length }) => length > photoLimit)) return fault.photosLarge;
  const types = await Promise.all(photos.map(photoTypeOf));
  return types.includes(undefined) ? fault.photos : undefined;
}

export const printOf = (photo: Uint8Array) => createHash("sha256").update(photo).digest("hex");

/** "+8613800001111" → "138 **** 1111": enough to know one's own number, too little to learn another's. */
export function masked(phone: string): string {
  const digits = phone.replace(/^\+86/, "");
  const shown = digits.startsWith("+") ? 4 : 3;
  return `${digits.slice(0, shown)} **** ${digits.slice(-4)}`;
}
