import * as z from "zod";
import { isoNow, month } from "../clock";
import { CaseStep } from "../complaint/step.entity";
import { Letter } from "../letter/letter.entity";
import { Reply } from "../reply/reply.entity";
import { hiddenFromActor } from "../table/hidden";
import { pageInput } from "../table/page";
import { below, mergeLists, type Source } from "../ticket/merge";
import { Step, type StepItem, stepsOf } from "../ticket/step.entity";
import { verb } from "../verb";
import { AuditEntry, type AuditFields, auditSchema } from "./audit.entity";

/** The trail of one record, or of a month (UTC), newest first. The histories of tickets and complaints are part of it. */
export const listAudit = verb({
  name: "audit.list",
  may: "audit.read",
  input: z.object({ subjectId: z.string().max(40).optional(), month: month.optional(), ...pageInput }),
  output: z.object({ items: z.array(auditSchema), cursor: z.string().optional() }),
  run: async ({ subjectId, month: of = isoNow().slice(0, 7), limit, cursor }) => {
    const page = await mergeLists({
      list: `audit#${subjectId ?? of}`,
      sources: subjectId
        ? [entriesIn("gsi1", subjectId), stepsWith(subjectId), complaintStepsOf(subjectId)]
        : [entriesIn("table", of), stepsIn(of)],
      keyOf: ({ auditId }) => auditId,
      order: "descending",
      limit,
      cursor,
    });
    return { ...page, items: await visible(page.items) };
  },
});

/**
 * Letters and replies go by ids of their own, and are hidden with the ticket they belong to: from whom something is
 * hidden, those are kept that are there for them.
 */
async function visible(entries: AuditFields[]): Promise<AuditFields[]> {
  if (!(await hiddenFromActor())) return entries;
  const ids = entries.flatMap(({ subjectId }) => subjectId ?? []);
  const [replies, letters] = await Promise.all([
    Reply.batch(ids.filter((id) => id.startsWith("rpl_")).map((replyId) => ({ replyId }))),
    Letter.batch(ids.filter((id) => id.startsWith("let_")).map((letterId) => ({ letterId }))),
  ]);
  const there = new Set([
    ...replies.map(({ replyId }) => replyId),
    ...letters.map(({ letterId }) => letterId),
  ]);
  return entries.filter(({ subjectId = "" }) => !/^(rpl|let)_/.test(subjectId) || there.has(subjectId));
}

const before = (after: string | undefined, limit: number) => ({
  between: ["aud_", after ? below(after) : "aud_~"] as const,
  limit,
  reverse: true,
});

const entriesIn =
  (where: "table" | "gsi1", of: string): Source<AuditFields> =>
  async (after, limit) =>
    (await AuditEntry.query(where, ["audit", of], before(after, limit))).items;

const stepsIn =
  (of: string): Source<AuditFields> =>
  async (after, limit) =>
    (await Step.query("gsi1", ["audit", of], before(after, limit))).items.map(entryOf);

const stepsWith =
  (ticketId: string): Source<AuditFields> =>
  async (after, limit) =>
    latest(await stepsOf(ticketId), after, limit);

const complaintStepsOf =
  (ticketId: string): Source<AuditFields> =>
  async (after, limit) => {
    const { items } = await CaseStep.query("table", [ticketId], { begins: "way#", limit: 500 });
    return latest(items, after, limit);
  };

const latest = (steps: readonly Entered[], after: string | undefined, limit: number) =>
  steps
    .filter(({ auditId }) => auditId && (!after || auditId < after))
    .reverse()
    .slice(0, limit)
    .map(entryOf);

type Entered = Pick<
  StepItem,
  "auditId" | "by" | "verb" | "requestId" | "ticketId" | "at" | "projectId" | "detail"
> &
  Partial<Pick<StepItem, "arrivedAt">>;
const entryOf = ({ auditId = "", by, verb: name = "", requestId = "", ticketId, ...step }: Entered) => ({
  ...{ auditId, actor: by, verb: name, requestId, subjectId: ticketId },
  ...{ at: step.arrivedAt ?? step.at, projectId: step.projectId, detail: step.detail },
});
