import * as z from "zod";
import { notFound } from "../error";
import { idOf } from "../id";
import { needReach } from "../member/scope";
import { verb } from "../verb";
import { Attachment, attachmentSchema } from "./attachment.entity";
import { fileKey, smallKey } from "./file-key";
import { endings, kindOfType } from "./kinds";
import { storage } from "./storage";

/**
 * An attachment as a page shows it: `url` shows its content for some minutes, unless it was removed; `smallUrl` a small
 * picture of it, where there is one.
 */
export const attachmentView = attachmentSchema.extend({
  kind: z.enum(["photo", "video", "recording"]),
  url: z.string().optional(),
  smallUrl: z.string().optional(),
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
    const kind = kindOfType(contentType);
    if (removed) return { ...found, kind };
    const url = await storage().link(key, { contentType, fileName });
    if (!found.small) return { ...found, kind, url };
    const small = { contentType: "image/jpeg", fileName: `${attachmentId}-small.jpg` };
    const smallUrl = await storage().link(smallKey(found.tenantId, attachmentId), small);
    return { ...found, kind, url, smallUrl };
  },
});
