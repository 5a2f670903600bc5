import { createHash } from "node:crypto";
import * as z from "zod";
import { needCategory } from "../category/current";
import { plus } from "../clock";
import { tooMany } from "../error";
import { linkToken, newToken } from "../link/link";
import type { Work } from "../table/work";
import { verb } from "../verb";
import { spendCode } from "./allowance";
import { codeState, sendCode } from "./code";
import { reportedProject } from "./desk";
import { type DraftItem, draftEnd, maxPhotos, print, ReportDraft, reportFields } from "./draft.entity";

const input = reportFields.extend({
  /** Chosen when the form was opened: sending the form twice is still one report. */
  draftId: linkToken,
  prints: z.array(print).max(maxPhotos).default([]),
});
type Input = z.output<typeof input>;
type Given = Omit<Input, "draftId">;

const maxChanges = 10;
/** Whoever claimed to store the photos has failed if they are not there by then. */
const claimSeconds = 30;

/** What was said, and from which phone, as one hash. */
export function fingerprintOf({ kind, category, urgency, words, house, name, phone }: Omit<Given, "prints">) {
  const said = [kind, category, urgency ?? "", words, house ?? "", name, phone];
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}

const sameWords = (draft: DraftItem, given: Given) => fingerprintOf(draft) === fingerprintOf(given);
const samePhotos = (draft: DraftItem, { prints }: Given) =>
  prints.length === 0 || prints.join() === draft.prints.join();

/**
 * Takes a report in as a draft and sends a code to its phone. The same form again – a double click, the back button –
 * stays the same report; corrected, it is a corrected one, and gets a new code only for a new phone. What is sent
 * after it became a ticket is a new report unless it is the same. `attach`: this caller is to store the photos.
 */
export const startReport = verb({
  name: "report.start",
  may: "resident",
  input,
  output: z.object({ draftId: z.string(), attach: z.boolean() }),
  run: async ({ draftId, ...given }, work) => {
    const { projectId } = await reportedProject();
    await needCategory(given.kind, given.category);
    const found = await ReportDraft.get({ draftId });
    const draft = found?.projectId === projectId ? found : undefined;
    work.about(projectId, projectId);
    if (draft?.done && sameWords(draft, given) && samePhotos(draft, given)) return { draftId, attach: false };
    const ours = found === undefined || (draft !== undefined && !draft.done);
    if (ours && draft && draftEnd(draft) > work.now) return correct(work, draft, given);
    return begin(work, projectId, ours ? draftId : newToken(), given, ours ? draft : undefined);
  },
});

async function begin(work: Work, projectId: string, draftId: string, given: Given, stale?: DraftItem) {
  await spendCode(work, projectId, given.phone);
  const fields = {
    ...given,
    draftId,
    projectId,
    prints: given.prints.length > 0 ? given.prints : (stale?.prints ?? []),
    photos: stale?.photos ?? [],
    photosClaimedAt: work.now,
    code: await sendCode(work, draftId, given),
    changes: 0,
    createdAt: work.now,
  };
  if (stale) work.patch(ReportDraft, stale, { urgency: undefined, house: undefined, ...fields });
  else work.create(ReportDraft, fields, "race");
  return { draftId, attach: given.prints.length > 0 };
}

async function correct(work: Work, draft: DraftItem, given: Given) {
  const { draftId, projectId } = draft;
  const attach = isToAttach(draft, given, work.now);
  const codeStands = draft.phone === given.phone && codeState(draft, work.now) === "good";
  if (codeStands && !attach && sameWords(draft, given)) return { draftId, attach };
  if (draft.changes >= maxChanges) throw tooMany("This report was changed too often");
  if (!codeStands) await spendCode(work, projectId, given.phone);
  work.patch(ReportDraft, draft, {
    ...given,
    urgency: given.urgency,
    house: given.house,
    prints: given.prints.length > 0 ? given.prints : draft.prints,
    code: codeStands ? draft.code : await sendCode(work, draftId, given),
    changes: draft.changes + 1,
    ...(attach && { photosClaimedAt: work.now }),
  });
  return { draftId, attach };
}

/** Other photos than before, or the same that somebody claimed to store and did not. */
function isToAttach(draft: DraftItem, given: Given, now: string) {
  if (given.prints.length === 0) return false;
  if (!samePhotos(draft, given)) return true;
  const { photos, prints, photosClaimedAt = draft.createdAt } = draft;
  return photos.length < prints.length && plus(photosClaimedAt, { seconds: claimSeconds }) <= now;
}
