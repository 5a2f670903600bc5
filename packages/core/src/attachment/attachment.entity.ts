import * as z from "zod";
import { instant } from "../clock";
import { idOf } from "../id";
import { entity } from "../table/entity";
import { contentTypes } from "./kinds";

export const attachmentSchema = z.object({
  attachmentId: idOf("attachment"),
  projectId: idOf("project"),
  contentType: z.enum(contentTypes),
  size: z.int().min(1),
  createdBy: z.string(),
  createdAt: instant,
  /** A small picture of it, for lists, lies beside it. */
  small: z.literal(true).optional(),
  /** Its content was taken away, by whom and why; `erasedAt` once it no longer lies anywhere. */
  removed: z
    .object({ at: instant, byName: z.string(), reason: z.string(), erasedAt: instant.optional() })
    .optional(),
});

export const Attachment = entity({
  name: "attachment",
  hiddenBy: ({ attachmentId }) => attachmentId,
  schema: attachmentSchema,
  key: (key: { attachmentId: string }) => [[key.attachmentId], "attachment"],
  due: ({ removed }) => (removed && !removed.erasedAt ? { kind: "attachment", at: removed.at } : undefined),
});

/** Bytes whose record is gone already: due at once, and gone itself with them. */
export const DroppedFile = entity({
  name: "droppedFile",
  schema: z.object({ attachmentId: idOf("attachment"), at: instant }),
  key: (key: { attachmentId: string }) => [[key.attachmentId], "dropped"],
  due: ({ at }) => ({ kind: "attachment", at }),
});
