import * as z from "zod";
import { notFound } from "../error";
import { idOf } from "../id";
import { needReach } from "../member/scope";
import { verb } from "../verb";
import { Attachment, attachmentSchema } from "./attachment.entity";
import { fileKey } from "./file-key";
import { endings, kindOfType } from "./kinds";
import { storage } from "./storage";

/** An attachment as a page shows it: `url` shows its content for some minutes, unless it was removed. */
export const attachmentView = attachmentSchema.extend({
  kind: z.enum(["photo", "video", "recording"]),
  url: z.string().optional(),
});

/** What an attachment is, and where a member who works in its project may see or hear it for a while. */
export const getAttachment = verb({
  name: "attachment.view",
  may: "ticket.read",
  input: z.strictObject({ attachmentId: idOf("attachment") }),
  output: attachmentView,
  run: async ({ attachmentId }) => {
    const found = await Attachment.get({ attachmentId });
    if (!found) throw notFound();
    needReach(found.projectId);
    const { contentType, removed } = found;
    const fileName = `${attachmentId}.${endings[contentType]}`;
    const key = fileKey(found.tenantId, attachmentId);
    const url = removed ? undefined : await storage().link(key, { contentType, fileName });
    return { ...found, kind: kindOfType(contentType), url };
  },
});
