import { DomainError } from "@frontdesk/core/error";
import type { Context } from "hono";
import { body } from "../api/answer";

export type Upload = { fields: Record<string, string>; files: Record<string, Uint8Array[]> };

/** More parts than any of our forms has. */
const maxParts = 60;

const unreadable = () => new DomainError("bad_request", "A form is expected here");

function countParts(bytes: Buffer, type: string): number {
  const boundary = /boundary=(?:"([^"]{1,70})"|([^;\s]{1,70}))/i.exec(type);
  const mark = boundary && `--${boundary[1] ?? boundary[2]}`;
  if (!mark) throw unreadable();
  let count = 0;
  for (let at = bytes.indexOf(mark); at >= 0 && count <= maxParts; at = bytes.indexOf(mark, at + mark.length))
    count++;
  return count;
}

/**
 * A form as browsers send it, with files or without: the last text of each name, and its files that have content.
 * Reads `limit` bytes at most and nothing but forms. Throws `too_large`, or `bad_request` for any other body.
 */
export async function formWithFiles(c: Context, limit: number): Promise<Upload> {
  const type = c.req.header("content-type") ?? "";
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type)) throw unreadable();
  const bytes = await body(c, limit);
  if (/^multipart/i.test(type) && countParts(bytes, type) > maxParts) throw unreadable();
  const sent = new Response(new Uint8Array(bytes), { headers: { "content-type": type } });
  const form = await sent.formData().catch(() => {
    throw unreadable();
  });
  const upload: Upload = { fields: Object.create(null), files: Object.create(null) };
  for (const [name, value] of form) {
    if (typeof value === "string") upload.fields[name] = value;
    else if (value.size > 0) upload.files[name] = [...(upload.files[name] ?? []), await bytesOf(value)];
  }
  return upload;
}

const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());
