import * as z from "zod";
import { instant, plus } from "../clock";
import { idOf } from "../id";
import { entity, type ItemOf } from "../table/entity";
import type { Work } from "../table/work";
import type { ReplyItem } from "./reply.entity";
import { replySettings } from "./settings.entity";

/** The call still to be made about a letter that was sent: whether it arrived. */
export const confirmationSchema = z.object({
  replyId: idOf("reply"),
  /** Missing on those of earlier versions. */
  ticketId: idOf("ticket").optional(),
  projectId: idOf("project"),
  number: z.string(),
  houseCode: z.string().optional(),
  name: z.string(),
  phone: z.string().optional(),
  subject: z.string(),
  sentAt: instant,
  dueAt: instant,
  tries: z.int().min(0).default(0),
  /** When the project's managers were told that it is overdue: once. */
  toldAt: instant.optional(),
});

/** By what the worklist is sorted. */
export const confirmationSort = ({ dueAt, replyId }: { dueAt: string; replyId: string }) =>
  `${dueAt}#${replyId}`;

/** There is one only while it is due. Worklists by due time: of a project (gsi1), of the tenant (gsi2). */
export const Confirmation = entity({
  name: "replyConfirmation",
  hiddenBy: ({ ticketId }) => ticketId,
  schema: confirmationSchema,
  key: (key: { replyId: string }) => [[key.replyId], "confirmation"],
  indexes: {
    gsi1: (one) => [[one.projectId, "replyConfirmation"], confirmationSort(one)],
    gsi2: (one) => [["replyConfirmation"], confirmationSort(one)],
  },
  due: ({ toldAt, dueAt }) => (toldAt ? undefined : { kind: "replyConfirmation", at: dueAt }),
});
export type ConfirmationItem = ItemOf<typeof Confirmation>;

/** Brings the call about a letter in line with it: due from when it is sent until somebody was reached. */
export async function followSending(work: Work, reply: ReplyItem, unreached: boolean) {
  const { replyId, ticketId, projectId, number = "", houseCode, to, subject, sendings, state } = reply;
  const before = await Confirmation.get({ replyId });
  if (state !== "sent") {
    if (before) work.remove(Confirmation, before);
    return;
  }
  const sent = sendings.at(-1);
  if (before) {
    if (unreached) work.patch(Confirmation, before, { tries: before.tries + 1 });
    return;
  }
  if (!sent) return;
  const { confirmDays } = await replySettings();
  const dueAt = plus(sent.at, { days: confirmDays });
  const whom = { houseCode, name: to.name, phone: to.phone };
  work.create(
    Confirmation,
    { replyId, ticketId, projectId, number, ...whom, subject, sentAt: sent.at, dueAt },
    "race",
  );
}
