import * as z from "zod";
import { epochOf, instant, plus } from "../clock";
import { idOf } from "../id";
import { linkToken } from "../link/link";
import { phone } from "../resident/resident.entity";
import { entity, type ItemOf } from "../table/entity";
import { locale } from "../tenant/tenant.entity";
import { categoryCode, ticketKind, urgency } from "../ticket/kind";

/** Photos a report may have. */
export const maxPhotos = 3;
/** A report that is not verified by then is forgotten. */
const draftHours = 24;

/** What somebody says who reports from a QR code. `house` is as it was typed. */
export const reportFields = z.strictObject({
  kind: ticketKind,
  category: categoryCode,
  urgency: urgency.optional(),
  words: z.string().trim().min(1).max(1_500),
  house: z.string().trim().max(40).optional(),
  name: z.string().trim().min(1).max(60),
  phone,
  locale,
});
export type Report = z.output<typeof reportFields>;

/** SHA-256 of a photo, so that the same photo sent again is known. */
export const print = z.string().regex(/^[0-9a-f]{64}$/);

const ticketMade = z.object({ ticketId: idOf("ticket"), number: z.string(), at: instant });

/** A report on its way: waits for the code sent to its phone, then names the ticket made of it. */
export const draftSchema = reportFields.extend({
  draftId: linkToken,
  projectId: idOf("project"),
  /** What was sent along; `photos` are there once they are stored, by whoever claimed that last. */
  prints: z.array(print).max(maxPhotos),
  photos: z.array(idOf("attachment")).max(maxPhotos),
  photosClaimedAt: instant.optional(),
  code: z.object({ hash: z.string(), expiresAt: instant, tries: z.int().min(0) }).optional(),
  /** How often it was corrected. */
  changes: z.int().min(0),
  createdAt: instant,
  done: ticketMade.optional(),
});

/** Until when an unverified report is kept. */
export const draftEnd = ({ createdAt }: { createdAt: string }) => plus(createdAt, { hours: draftHours });

/**
 * Known by a random token that stands in the address of its pages. Due when its time is over, so that its photos go
 * with it; the table's own expiry is the second net, and forgets the ones that became tickets.
 */
export const ReportDraft = entity({
  name: "reportDraft",
  schema: draftSchema,
  key: (key: { draftId: string }) => [["report", key.draftId], "draft"],
  due: (draft) => (draft.done ? undefined : { kind: "reportDraft", at: draftEnd(draft) }),
  expires: (draft) => epochOf(plus(draftEnd(draft), { hours: draftHours })),
});
export type DraftItem = ItemOf<typeof ReportDraft>;

/** The ticket made of a report, by what was said and from which phone: the same once more makes no second one. */
export const ReportTwin = entity({
  name: "reportTwin",
  schema: ticketMade.extend({ projectId: idOf("project"), fingerprint: z.string() }),
  key: (key: { projectId: string; fingerprint: string }) => [
    [key.projectId, "reportTwin", key.fingerprint],
    "twin",
  ],
  expires: ({ at }) => epochOf(plus(at, { hours: draftHours })),
});

/** Whether a twin made at this time still stands for the same report at `now`. */
export const isRecent = ({ at }: { at: string }, now: string) => plus(at, { hours: draftHours }) > now;
