import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { postPath } from "@frontdesk/core/attachment/disk";
import { diskInUse } from "@frontdesk/core/attachment/storage";
import { uploadLimit } from "@frontdesk/core/attachment/upload";
import { onError } from "@frontdesk/functions/api/errors";
import { formWithFiles } from "@frontdesk/functions/pages/multipart";
import { Hono } from "hono";

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
  app.route(postPath, files);
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
