import * as z from "zod";
import { actorRef } from "../actor";
import { useActor } from "../context";
import { badRequest, DomainError, notFound } from "../error";
import { idOf, newId } from "../id";
import { needProject } from "../project/reach";
import { verb } from "../verb";
import { Attachment, attachmentSchema } from "./attachment.entity";
import { fileKey } from "./file-key";
import { type AttachmentKind, kindOfType, kinds } from "./kinds";
import { contentTypeOf, tellingBytes } from "./sniff";
import { type Storage, storage } from "./storage";
import { uploadKey } from "./upload";
import { isWhole } from "./whole";

/** Throws `too_large` for more bytes than a file of its kind may have. */
function needRoom(kind: AttachmentKind, size: number) {
  const { most } = kinds[kind];
  if (size <= most) return;
  const megabytes = most / 1024 / 1024;
  if (kind === "video")
    throw new DomainError("too_large", `A video may have at most ${megabytes} MB`, "file");
  if (kind === "recording")
    throw new DomainError("too_large", `A recording may have at most ${megabytes} MB`, "file");
  throw new DomainError("too_large", `A photo may have at most ${megabytes} MB`, "file");
}

/** What lies at a key, or a refusal that says why it is not taken. */
async function judged(files: Storage, key: string) {
  const head = await files.part(key, 0, tellingBytes);
  if (!head) throw notFound();
  const contentType = await contentTypeOf(head.bytes);
  if (!contentType) throw badRequest("Only photos, videos and recordings are taken here", "file");
  needRoom(kindOfType(contentType), head.size);
  const read = async (from: number, length: number) =>
    from === 0 && length <= head.bytes.length
      ? head.bytes.subarray(0, length)
      : ((await files.part(key, from, length))?.bytes ?? new Uint8Array());
  if (!(await isWhole(contentType, head.size, read)))
    throw badRequest("This file is broken or did not arrive whole, please send it again", "file");
  return { contentType, size: head.size };
}

/**
 * Takes a photo, video or recording that was handed over by itself (`startUpload`): looked at where it lies and put
 * in its place, without passing through the service. Throws `bad_request` or `too_large` with the reason, `not_found` for
 * what did not arrive, or from somebody else.
 */
export const takeAttachment = verb({
  name: "attachment.take",
  may: ["ticket.register", "ticket.work"],
  input: z.strictObject({ projectId: idOf("project"), upload: idOf("upload") }),
  output: attachmentSchema,
  run: async ({ projectId, upload }, work) => {
    await needProject(projectId);
    const files = storage();
    const found = await judged(files, uploadKey(upload));
    const attachmentId = newId("attachment");
    // Put there first: a file nobody knows may be left, never a record without its file.
    await files.copy(uploadKey(upload), fileKey(work.tenantId, attachmentId));
    work.about(attachmentId, projectId);
    const attached = {
      attachmentId,
      projectId,
      ...found,
      createdBy: actorRef(useActor()),
      createdAt: work.now,
    };
    return work.create(Attachment, attached);
  },
});
