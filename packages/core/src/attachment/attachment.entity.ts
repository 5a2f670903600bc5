import * as z from "zod";
import { instant } from "../clock";
import { idOf } from "../id";
import { entity } from "../table/entity";

/** What a photo may be, told by its content and never by its name. */
export const photoTypes = ["image/jpeg", "image/png", "image/webp", "image/gif"] as const;

export const attachmentSchema = z.object({
  attachmentId: idOf("attachment"),
  projectId: idOf("project"),
  contentType: z.enum(photoTypes),
  size: z.int().min(1),
  createdBy: z.string(),
  createdAt: instant,
});

export const Attachment = entity({
  name: "attachment",
  schema: attachmentSchema,
  key: (key: { attachmentId: string }) => [[key.attachmentId], "attachment"],
});
