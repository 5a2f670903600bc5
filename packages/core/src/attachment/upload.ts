import * as z from "zod";
import { actorRef } from "../actor";
import { useTenantActor } from "../context";
import { badRequest, DomainError } from "../error";
import { idOf, newId } from "../id";
import { verb } from "../verb";
import { kinds } from "./kinds";
import { storage } from "./storage";

/** What any file taken in may have at most; a kind of file may have less. */
export const uploadLimit = kinds.video.most;

/** Where a file waits for the request that is about it: whoever sent it, and nobody else, can name it. */
export function uploadKey(uploadId: string): string {
  const actor = useTenantActor();
  return `uploads/${actor.tenantId}/${actorRef(actor)}/${uploadId}`;
}

/**
 * A form by which a large file is handed over by itself: a request through the service carries a few megabytes only
 * in the cloud. The request it is for then names it as `upload`. Nothing is known of the file until then; it is
 * forgotten after a day.
 */
export const startUpload = verb({
  name: "upload.start",
  may: ["ticket.register", "ticket.work", "import.run"],
  input: z.strictObject({ size: z.int().min(1) }),
  output: z.object({ uploadId: z.string(), url: z.string(), fields: z.record(z.string(), z.string()) }),
  run: async ({ size }) => {
    if (size > uploadLimit)
      throw new DomainError("too_large", `A file may have at most ${uploadLimit / 1024 / 1024} MB`, "size");
    const uploadId = newId("upload");
    return { uploadId, ...(await storage().postForm(uploadKey(uploadId), size)) };
  },
});

const uploaded = idOf("upload");

/** The file the acting person handed over. Throws `bad_request` where there is none of theirs. */
export async function takeUpload(uploadId: string): Promise<Uint8Array> {
  const key = uploadKey(uploadId);
  const bytes = uploaded.safeParse(uploadId).success ? await storage().get(key) : undefined;
  if (!bytes) throw badRequest("This file has not arrived, please send it again", "upload");
  return bytes;
}
