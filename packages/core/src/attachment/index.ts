import * as z from "zod";
import { actorRef } from "../actor";
import { useActor } from "../context";
import { badRequest, DomainError, notFound } from "../error";
import { idOf, newId } from "../id";
import { needReach } from "../member/scope";
import { needProject } from "../project/reach";
import type { Work } from "../table/work";
import { verb } from "../verb";
import { Attachment, attachmentSchema, DroppedFile } from "./attachment.entity";
import { fileKey } from "./file-key";
import { endings, kinds, photoTypes } from "./kinds";
import { contentTypeOf } from "./sniff";
import { storage } from "./storage";
import { isWhole } from "./whole";

export { eraseRemoved, removeAttachment } from "./remove";
export { addSmall } from "./small";
export { takeAttachment } from "./take";
export { getAttachment } from "./view";
export { Attachment, attachmentSchema };

/** What a phone's camera makes, and no more. */
export const photoLimit = kinds.photo.most;

/** What kind of photo these bytes are, by their content; undefined for anything else. */
export async function photoTypeOf(bytes: Uint8Array) {
  const found = await contentTypeOf(bytes);
  return photoTypes.find((type) => type === found);
}

/**
 * Stores a photo and adds its record to the work. The bytes are stored first: if the work fails, a file nobody
 * knows is left, never a record without its file. Throws `too_large`, or `bad_request` for anything but a photo.
 */
export async function storePhoto(work: Work, projectId: string, bytes: Uint8Array) {
  if (bytes.length > photoLimit)
    throw new DomainError("too_large", `A photo may have at most ${photoLimit / 1024 / 1024} MB`, "file");
  const contentType = await photoTypeOf(bytes);
  if (!contentType) throw badRequest("Only photos (JPEG, PNG, WebP, GIF) are taken here", "file");
  if (
    !(await isWhole(contentType, bytes.length, async (from, length) => bytes.subarray(from, from + length)))
  )
    throw badRequest("This file is broken or did not arrive whole, please send it again", "file");
  const attachmentId = newId("attachment");
  await storage().put(fileKey(work.tenantId, attachmentId), bytes);
  return work.create(Attachment, {
    attachmentId,
    projectId,
    contentType,
    size: bytes.length,
    createdBy: actorRef(useActor()),
    createdAt: work.now,
  });
}

/** Takes a photo's record away in the work; its bytes go with the next sweep. */
export async function dropPhoto(work: Work, attachmentId: string) {
  const photo = await Attachment.get({ attachmentId });
  if (!photo) return;
  work.remove(Attachment, photo);
  work.create(DroppedFile, { attachmentId, at: work.now });
}

/** Takes a photo for a ticket that is being written or worked on. */
export const addPhoto = verb({
  name: "attachment.add",
  may: ["ticket.register", "ticket.work"],
  input: z.strictObject({ projectId: idOf("project"), file: z.instanceof(Uint8Array<ArrayBufferLike>) }),
  output: attachmentSchema,
  run: async ({ projectId, file }, work) => {
    await needProject(projectId);
    const photo = await storePhoto(work, projectId, file);
    work.about(photo.attachmentId, projectId);
    return photo;
  },
});

/** A photo's bytes, for members who work in its project. */
export const getPhoto = verb({
  name: "attachment.get",
  may: "ticket.read",
  input: z.strictObject({ attachmentId: idOf("attachment") }),
  output: z.object({
    fileName: z.string(),
    contentType: z.string(),
    bytes: z.instanceof(Uint8Array<ArrayBufferLike>),
  }),
  run: async ({ attachmentId }) => {
    const photo = await Attachment.need({ attachmentId });
    needReach(photo.projectId);
    if (photo.removed) throw notFound();
    const bytes = await storage().get(fileKey(photo.tenantId, attachmentId));
    if (!bytes) throw notFound();
    return {
      fileName: `${attachmentId}.${endings[photo.contentType]}`,
      contentType: photo.contentType,
      bytes,
    };
  },
});
