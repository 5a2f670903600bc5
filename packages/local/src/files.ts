import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { postPath } from "@frontdesk/core/attachment/disk";
import { dispositionOf } from "@frontdesk/core/attachment/disposition";
import { diskInUse } from "@frontdesk/core/attachment/storage";
import { uploadLimit } from "@frontdesk/core/attachment/upload";
import { notFound } from "@frontdesk/core/error";
import { onError } from "@frontdesk/functions/api/errors";
import { formWithFiles } from "@frontdesk/functions/pages/multipart";
import { type Context, Hono } from "hono";

const dayMs = 86_400_000;
/** The fields beside the file. */
const roomForFields = 64 * 1024;

/** Takes the forms by which large files are handed over, as the bucket does in the cloud. */
export function addFiles<E extends object>(app: Hono<E>) {
  const files = new Hono();
  files.onError(onError);
  files.post("/", async (c) => {
    const { fields, files } = await formWithFiles(c, uploadLimit + roomForFields);
    await diskInUse()?.take(fields, files.file?.[0] ?? new Uint8Array());
    return c.body(null, 204);
  });
  files.get("/", (c) => answerPart(c));
  app.route(postPath, files);
}

/** A part is all that is sent at once: a player asks for the next when it comes to it. */
const mostOfPart = 2 * 1024 * 1024;

/** Shows a file that a link names, in parts where a player asks for some. */
async function answerPart(c: Context) {
  const disk = diskInUse();
  const { key = "", contentType = "", fileName = "", saved } = disk?.shown(c.req.query()) ?? {};
  const [, begins, ends] = /^bytes=(\d+)-(\d*)$/.exec(c.req.header("range") ?? "") ?? [];
  const from = Number(begins ?? 0);
  const asked = ends ? Number(ends) - from + 1 : mostOfPart;
  const found = await disk?.part(key, from, begins === undefined ? uploadLimit : Math.min(asked, mostOfPart));
  if (!found) throw notFound();
  const { bytes, size } = found;
  const headers = {
    "content-type": contentType,
    "content-disposition": dispositionOf({ fileName, saved }),
    "accept-ranges": "bytes",
    "cache-control": "private, max-age=300",
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
  };
  if (begins === undefined) return c.body(Buffer.from(bytes), 200, headers);
  if (from >= size) return c.body(null, 416, { "content-range": `bytes */${size}` });
  const range = `bytes ${from}-${from + bytes.length - 1}/${size}`;
  return c.body(Buffer.from(bytes), 206, { ...headers, "content-range": range });
}

/** Forgets files that waited for a day for the request they were sent for. */
export async function forgetUploads(folder: string): Promise<void> {
  const waiting = join(folder, "uploads");
  const entries = await readdir(waiting, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    if (Date.now() - (await stat(path)).mtimeMs > dayMs) await rm(path, { force: true });
  }
}
