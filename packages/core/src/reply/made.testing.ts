import type { MemberActor } from "../actor";
import { isoNow } from "../clock";
import { withActor } from "../context";
import { newId } from "../id";
import { Work } from "../table/work";
import { ticketIn } from "../ticket/made.testing";
import { Ticket } from "../ticket/ticket.entity";
import { followSending } from "./confirmation.entity";
import { Reply, type ReplyItem } from "./reply.entity";
import { type ReviewStep, reviewSteps } from "./review";
import type { State } from "./states";

export const signing = (by: (step: ReviewStep | "approver") => string) =>
  Object.fromEntries([...reviewSteps, "approver" as const].map((step) => [step, by(step)]));

/** A letter as it would stand in some state, not stored: the project manager's turn while it is reviewed. */
export function replyIn(state: State, more: Partial<ReplyItem> = {}): ReplyItem {
  const signers = more.signers ?? signing(() => newId("member"));
  const past = !["draft", "reviewing"].includes(state);
  const reviews = Object.entries(signers).flatMap(([step, memberId]) =>
    step === "approver" || !memberId
      ? []
      : [{ step: step as ReviewStep, memberId, name: "x", answer: past ? "agreed" : "waiting" } as const],
  );
  const sent = state === "sent" || state === "archived";
  return {
    ...{ replyId: newId("reply"), tenantId: newId("tenant"), rev: 1, projectId: newId("project") },
    ...{ ticketId: newId("ticket"), ticketNumber: "TS20261121-0001", locale: "zh-CN", touchesLaw: true },
    to: { name: "王芳", address: "翠湖花园 3-1-502", email: "wang@example.com" },
    ...{ subject: "关于电梯的答复", body: "尊敬的王芳：\n电梯已经修好。", version: 1, state, steps: 1 },
    ...{ signers, reviews: state === "draft" ? [] : reviews, copyTo: [] },
    ...{ draftedBy: newId("member"), draftedByName: "x", createdAt: isoNow() },
    number: sent || state === "approved" ? "HF20261121-0001" : undefined,
    sendings: sent ? [{ way: "registered", trackingNumber: "XA1", at: isoNow(), byName: "x" }] : [],
    ...more,
  };
}

/** Stores such a letter with all that would lie beside it; the ticket it answers, too, where none is named. */
export async function storeIn(state: State, more: Partial<ReplyItem> & Pick<MemberActor, "tenantId">) {
  const work = new Work(more.tenantId);
  const reply = work.create(Reply, replyIn(state, more));
  const { tenantId, ticketId, projectId } = reply;
  if (!more.ticketId) work.create(Ticket, ticketIn("started", { tenantId, ticketId, projectId }));
  await withActor({ type: "system", tenantId }, () => followSending(work, reply, false));
  await work.commit();
  return reply;
}
