import * as z from "zod";
import { dropPhoto } from "../attachment/index";
import { sweep } from "../table/due";
import { verb } from "../verb";
import { draftEnd, ReportDraft } from "./draft.entity";

const clearReport = verb({
  name: "report.clear",
  may: "system",
  input: z.strictObject({ draftId: z.string() }),
  output: z.void(),
  run: async ({ draftId }, work) => {
    const draft = await ReportDraft.get({ draftId });
    if (!draft || draft.done || draftEnd(draft) > work.now) return;
    for (const attachmentId of draft.photos) await dropPhoto(work, attachmentId);
    work.remove(ReportDraft, draft);
    work.about(draft.projectId, draft.projectId);
  },
});

/** Forgets reports that nobody verified in time, with their photos. */
export const clearReports = () =>
  sweep("reportDraft", ({ pk }) => clearReport({ draftId: pk.slice(pk.lastIndexOf("#") + 1) }));
