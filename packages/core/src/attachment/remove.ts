import * as z from "zod";
import { useTenantActor } from "../context";
import { conflict } from "../error";
import { idOf } from "../id";
import { needReach } from "../member/scope";
import { sweep } from "../table/due";
import { verb } from "../verb";
import { Attachment, attachmentSchema, DroppedFile } from "./attachment.entity";
import { fileKey, smallKey } from "./file-key";
import { storage } from "./storage";

/**
 * Takes an attachment's content away, for those who give out work: a neighbour's face, the wrong flat. Where it stood
 * it says from then on who removed it, when and why. Nobody is shown it any more; its bytes go with the next sweep.
 * Throws `conflict` when it is gone already.
 */
export const removeAttachment = verb({
  name: "attachment.remove",
  may: "ticket.dispatch",
  input: z.strictObject({
    attachmentId: idOf("attachment"),
    reason: z.string().trim().min(2).max(300),
  }),
  output: attachmentSchema,
  run: async ({ attachmentId, reason }, work) => {
    const found = await Attachment.need({ attachmentId });
    needReach(found.projectId);
    if (found.removed) throw conflict("This file has been removed");
    const actor = useTenantActor();
    const byName = actor.type === "member" ? actor.name : "Frontdesk";
    const removed = work.patch(Attachment, found, { removed: { at: work.now, byName, reason } });
    work.about(attachmentId, found.projectId, reason);
    return removed;
  },
});

const eraseAttachment = verb({
  name: "attachment.erase",
  may: "system",
  input: z.strictObject({ attachmentId: z.string() }),
  output: z.void(),
  run: async ({ attachmentId }, work) => {
    const found = await Attachment.get({ attachmentId });
    if (!found?.removed || found.removed.erasedAt) return;
    await storage().remove(fileKey(found.tenantId, attachmentId));
    if (found.small) await storage().remove(smallKey(found.tenantId, attachmentId));
    work.patch(Attachment, found, { small: undefined, removed: { ...found.removed, erasedAt: work.now } });
    work.about(attachmentId, found.projectId);
  },
});

const eraseDropped = verb({
  name: "attachment.eraseDropped",
  may: "system",
  input: z.strictObject({ attachmentId: z.string() }),
  output: z.void(),
  run: async ({ attachmentId }, work) => {
    const dropped = await DroppedFile.get({ attachmentId });
    if (!dropped) return;
    await storage().remove(fileKey(dropped.tenantId, attachmentId));
    work.remove(DroppedFile, dropped);
    work.about(attachmentId);
  },
});

/** Erases what was removed, or dropped together with its record, from where files lie. */
export const eraseRemoved = () =>
  sweep("attachment", ({ pk, sk }) => {
    const attachmentId = pk.slice(pk.indexOf("#") + 1);
    return sk === "dropped" ? eraseDropped({ attachmentId }) : eraseAttachment({ attachmentId });
  });
