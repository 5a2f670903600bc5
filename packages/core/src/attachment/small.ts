import * as z from "zod";
import { actorRef } from "../actor";
import { useActor } from "../context";
import { badRequest, conflict, DomainError, forbidden } from "../error";
import { idOf } from "../id";
import { needReach } from "../member/scope";
import { verb } from "../verb";
import { Attachment, attachmentSchema } from "./attachment.entity";
import { smallKey } from "./file-key";
import { kindOfType } from "./kinds";
import { contentTypeOf } from "./sniff";
import { storage } from "./storage";
import { isWhole } from "./whole";

/** A small picture is for lists: what a phone's screen shows of one, and no more. */
export const smallLimit = 20 * 1024;

/**
 * Takes the small picture by which a photo is shown in lists, made by the browser that sent the photo: once, from whoever
 * sent it. Throws `forbidden` to others, `too_large`, or `bad_request` for anything but a whole JPEG.
 */
export const addSmall = verb({
  name: "attachment.addSmall",
  may: ["ticket.register", "ticket.work"],
  audited: false,
  input: z.strictObject({
    attachmentId: idOf("attachment"),
    file: z.instanceof(Uint8Array<ArrayBufferLike>),
  }),
  output: attachmentSchema,
  run: async ({ attachmentId, file }, work) => {
    const photo = await Attachment.need({ attachmentId });
    needReach(photo.projectId);
    if (photo.createdBy !== actorRef(useActor())) throw forbidden();
    if (photo.removed) throw conflict("This file has been removed");
    if (photo.small) throw conflict("This already exists");
    await needSmall(file);
    if (kindOfType(photo.contentType) !== "photo")
      throw badRequest("Only photos have a small picture", "file");
    // Put there first, as with what it is of.
    await storage().put(smallKey(photo.tenantId, attachmentId), file);
    return work.patch(Attachment, photo, { small: true });
  },
});

async function needSmall(file: Uint8Array) {
  if (file.length > smallLimit)
    throw new DomainError("too_large", `At most ${smallLimit / 1024} KB are taken here`, "file");
  const read = async (from: number, length: number) => file.subarray(from, from + length);
  const isJpeg = (await contentTypeOf(file)) === "image/jpeg";
  if (!isJpeg || !(await isWhole("image/jpeg", file.length, read)))
    throw badRequest("A small picture is a whole JPEG", "file");
}
