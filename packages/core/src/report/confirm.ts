import * as z from "zod";
import { linkToken } from "../link/link";
import type { Work } from "../table/work";
import { registerTicketFor } from "../ticket/register";
import { verb } from "../verb";
import { spendCode } from "./allowance";
import { codeState, isCode, justSent, maxTries, sendCode } from "./code";
import { needDraft } from "./desk";
import { type DraftItem, draftSchema, isRecent, ReportDraft, ReportTwin, reportFields } from "./draft.entity";
import { houseNote } from "./report.texts";
import { fingerprintOf } from "./start";
import { whoReports } from "./who";

/** How it stands with a report on its way. `locked`: the code was got wrong too often. */
const standing = z.object({
  state: z.enum(["waiting", "wrong", "expired", "locked", "done"]),
  report: reportFields,
  photos: z.int(),
  /** Tries left of the present code. */
  left: z.int(),
  done: draftSchema.shape.done,
});
export type Standing = z.output<typeof standing>;

const fieldsOf = ({ kind, category, urgency, words, house, name, phone, locale }: DraftItem) => ({
  ...{ kind, category, urgency, words, house, name, phone, locale },
});

function standingOf(draft: DraftItem, now: string, wrong = false): Standing {
  const code = codeState(draft, now);
  const waiting = code === "good" ? (wrong ? "wrong" : "waiting") : code;
  return {
    state: draft.done ? "done" : waiting,
    report: fieldsOf(draft),
    photos: Math.max(draft.photos.length, draft.prints.length),
    left: Math.max(0, maxTries - (draft.code?.tries ?? maxTries)),
    done: draft.done,
  };
}

/** A report on its way, for whoever holds its address. Throws `not_found`, or `gone` once its time is over. */
export const getReport = verb({
  name: "report.get",
  may: "resident",
  input: z.strictObject({ draftId: linkToken }),
  output: standing,
  run: async ({ draftId }, work) => standingOf(await needDraft(draftId, work.now), work.now),
});

/** Sends another code, in the place of the one before; nothing where one has just left, or once the report became a ticket. */
export const resendCode = verb({
  name: "report.resend",
  may: "resident",
  input: z.strictObject({ draftId: linkToken }),
  output: standing,
  run: async ({ draftId }, work) => {
    const draft = await needDraft(draftId, work.now);
    if (draft.done || justSent(draft, work.now)) return standingOf(draft, work.now);
    await spendCode(work, draft.projectId, draft.phone);
    work.about(draft.projectId, draft.projectId);
    const next = work.patch(ReportDraft, draft, { code: await sendCode(work, draftId, draft) });
    return standingOf(next, work.now);
  },
});

/**
 * Makes the ticket of a report whose phone the code proves. Each wrong code is counted before it is answered, so
 * that guessing at once does not help. Confirmed again, or the same report once more, it is the same ticket.
 */
export const confirmReport = verb({
  name: "report.confirm",
  may: "resident",
  input: z.strictObject({ draftId: linkToken, code: z.string().regex(/^\d{6}$/) }),
  output: standing,
  run: async ({ draftId, code: given }, work) => {
    const draft = await needDraft(draftId, work.now);
    const { code, projectId } = draft;
    if (draft.done || !code || codeState(draft, work.now) !== "good") return standingOf(draft, work.now);
    if (isCode(draft, given)) return standingOf(await settle(work, draft), work.now);
    work.about(projectId, projectId);
    const next = work.patch(ReportDraft, draft, { code: { ...code, tries: code.tries + 1 } });
    return standingOf(next, work.now, true);
  },
});

/** The draft with its ticket: the one made of the same report a while ago, else a new one. */
async function settle(work: Work, draft: DraftItem): Promise<DraftItem> {
  const { projectId } = draft;
  const fingerprint = fingerprintOf(draft);
  const twin = await ReportTwin.get({ projectId, fingerprint });
  if (twin && isRecent(twin, work.now)) {
    const { ticketId, number, at } = twin;
    work.check(ReportTwin, twin);
    work.about(ticketId, projectId, number);
    return work.patch(ReportDraft, draft, { done: { ticketId, number, at }, code: undefined });
  }
  const done = await register(work, draft);
  if (twin) work.patch(ReportTwin, twin, done);
  else work.create(ReportTwin, { ...done, projectId, fingerprint }, "race");
  return work.patch(ReportDraft, draft, { done, code: undefined });
}

async function register(work: Work, draft: DraftItem) {
  const { projectId, kind, category, urgency, name, phone, locale, photos, house } = draft;
  const { houseId, residentId } = await whoReports(projectId, draft);
  const words = house && !houseId ? `${draft.words}\n${houseNote[locale](house)}` : draft.words;
  const { ticketId, number } = await registerTicketFor(work, {
    ...{ projectId, houseId, kind, category, urgency, words, photos },
    channel: "qr",
    reporter: { residentId, name, phone, locale },
  });
  return { ticketId, number, at: work.now };
}
