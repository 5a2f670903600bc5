import * as z from "zod";
import { useTenantActor } from "../context";
import { conflict } from "../error";
import { idOf } from "../id";
import { log, told } from "../log";
import { needReach } from "../member/scope";
import { verb } from "../verb";
import { Attachment, attachmentSchema } from "./attachment.entity";
import { fileKey } from "./file-key";
import { storage } from "./storage";

/**
 * Takes an attachment's content away, for those who give out work: a neighbour's face, the wrong flat. Where it stood
 * it says from then on who removed it, when and why. Throws `conflict` when it is gone already.
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
    work.onSettled((committed) => {
      // What cannot be removed lies where no record leads to it any more.
      if (committed)
        storage()
          .remove(fileKey(found.tenantId, attachmentId))
          .catch((error) => log("warn", { file: attachmentId, error: told(error) }));
    });
    return removed;
  },
});
