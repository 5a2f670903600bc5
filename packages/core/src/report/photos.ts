import * as z from "zod";
import { dropPhoto, storePhoto } from "../attachment/index";
import { linkToken } from "../link/link";
import { verb } from "../verb";
import { needDraft } from "./desk";
import { maxPhotos, ReportDraft } from "./draft.entity";

/**
 * Stores the photos of a draft, in the place of those it had. For the caller that `startReport` told to, and no
 * other. Photos that come after the report became a ticket are left out: it was sent without them.
 */
export const addReportPhotos = verb({
  name: "report.photos",
  may: "resident",
  input: z.strictObject({
    draftId: linkToken,
    files: z
      .array(z.instanceof(Uint8Array<ArrayBufferLike>))
      .min(1)
      .max(maxPhotos),
  }),
  output: z.object({ photos: z.int() }),
  run: async ({ draftId, files }, work) => {
    const draft = await needDraft(draftId, work.now);
    if (draft.done) return { photos: draft.photos.length };
    for (const attachmentId of draft.photos) await dropPhoto(work, attachmentId);
    const photos: string[] = [];
    for (const file of files) photos.push((await storePhoto(work, draft.projectId, file)).attachmentId);
    work.patch(ReportDraft, draft, { photos });
    work.about(draft.projectId, draft.projectId);
    return { photos: photos.length };
  },
});
