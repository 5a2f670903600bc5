import * as z from "zod";
import { Attachment } from "../attachment/attachment.entity";
import { fileKey } from "../attachment/file-key";
import { kindOfType } from "../attachment/kinds";
import { storage } from "../attachment/storage";
import { notFound } from "../error";
import { idOf } from "../id";
import { verb } from "../verb";
import { openOwn } from "./own";
import { isResidents, withoutOthers } from "./progress.history";
import { stepsOf } from "./step.entity";

/** A photo the resident sent with a ticket, for whoever holds its link. Throws `not_found` for any other file. */
export const getOwnPhoto = verb({
  name: "ticket.ownPhoto",
  may: "resident",
  input: z.strictObject({ attachmentId: idOf("attachment") }),
  output: z.object({ contentType: z.string(), bytes: z.instanceof(Uint8Array<ArrayBufferLike>) }),
  run: async ({ attachmentId }) => {
    const { ticket } = await openOwn();
    const own = withoutOthers(await stepsOf(ticket.ticketId)).some(
      (step) => isResidents(step) && step.photos.includes(attachmentId),
    );
    const found = own ? await Attachment.get({ attachmentId }) : undefined;
    if (!found || found.removed || kindOfType(found.contentType) !== "photo") throw notFound();
    const bytes = await storage().get(fileKey(found.tenantId, attachmentId));
    if (!bytes) throw notFound();
    return { contentType: found.contentType, bytes };
  },
});
