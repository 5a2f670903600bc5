import { createHash } from "node:crypto";
import { photoLimit, photoTypeOf } from "@frontdesk/core/attachment/index";
import { linkToken } from "@frontdesk/core/link/link";
import type { Locale } from "@frontdesk/core/tenant/tenant.entity";
import { photosAtOnce } from "@frontdesk/core/ticket/own";
import type { Context } from "hono";
import type { Faults } from "./fields";
import { formWithFiles, type Upload } from "./multipart";
import { formLimit } from "./pages";
import { progressFormTexts } from "./progress.form.texts";

/** Which form was sent, and what stood in it. */
export type Filled = {
  act: "rate" | "again" | "add";
  score?: string;
  words?: string;
  completion?: string;
  reason?: string;
  more?: string;
};
export type Sent = { filled: Filled; photos: Uint8Array[]; once?: string };

export const limits = { words: 500, reason: 1_000, more: 1_000 };
/** Photos, and 64 KB for the rest. */
const addLimit = photosAtOnce * photoLimit + 64 * 1024;

/** A browser sends a line's end as two characters and counts it as one. */
const plain = (text: string | undefined) => (text ?? "").replaceAll("\r\n", "\n").trim();

/** The form as sent. Throws `too_large`, or `bad_request` for what is none. */
export async function sentForm(c: Context): Promise<Sent> {
  const withPhotos = /^multipart/i.test(c.req.header("content-type") ?? "");
  const { fields, files }: Upload = await formWithFiles(c, withPhotos ? addLimit : formLimit);
  const { score, completion, once } = fields;
  const act = fields.act === "again" || fields.act === "add" ? fields.act : "rate";
  const [words, reason, more] = [plain(fields.words), plain(fields.reason), plain(fields.more)];
  return { filled: { act, score, completion, words, reason, more }, photos: files.photos ?? [], once };
}

/** What is wrong with a form, by its fields. `room` is how many photos may be added. */
export async function faultsOf({ filled, photos }: Sent, room: number, locale: Locale): Promise<Faults> {
  const texts = progressFormTexts[locale];
  const { act, score = "", words = "", reason = "", more = "" } = filled;
  const found: Record<string, string | undefined> =
    act === "rate"
      ? {
          score: /^[1-5]$/.test(score) ? undefined : texts.rate.choose,
          words: words.length > limits.words ? texts.rate.tooLong : undefined,
        }
      : act === "again"
        ? { reason: bounded(reason, texts.again) }
        : {
            more:
              more || photos.length > 0 ? (more && bounded(more, texts.add)) || undefined : texts.add.missing,
            photos: await faultOfPhotos(photos, room, locale),
          };
  return Object.fromEntries(Object.entries(found).flatMap(([name, text]) => (text ? [[name, text]] : [])));
}

function bounded(text: string, { missing, tooLong }: { missing: string; tooLong: string }) {
  if (text.length === 0) return missing;
  return text.length > limits.reason ? tooLong : undefined;
}

async function faultOfPhotos(photos: readonly Uint8Array[], room: number, locale: Locale) {
  const { add } = progressFormTexts[locale];
  if (photos.length > room) return add.many(room);
  if (photos.some(({ length }) => length > photoLimit)) return add.large;
  const types = await Promise.all(photos.map(photoTypeOf));
  return types.includes(undefined) ? add.broken : undefined;
}

/**
 * One name for one sending of a form: tapped twice it is the same, changed or from a page opened anew another. The
 * page gives each form a token of its own.
 */
export function sendingOf({ filled: { more = "" }, photos, once }: Sent) {
  if (!linkToken.safeParse(once).success) return undefined;
  const hash = createHash("sha256").update(`${once}\n${more}`);
  for (const photo of photos) hash.update("\n").update(createHash("sha256").update(photo).digest());
  const key = hash.digest("base64url");
  return { key, bodyHash: key };
}
