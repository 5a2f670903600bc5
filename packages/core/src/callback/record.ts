import * as z from "zod";
import { notFound } from "../error";
import { idOf } from "../id";
import type { Work } from "../table/work";
import { act } from "../ticket/act";
import { stepOfAnswer } from "../ticket/step.entity";
import { tellReopened } from "../ticket/tell";
import { shown, ticketView } from "../ticket/view";
import { verb } from "../verb";
import { type Attempt, attemptFields, needWhole, triedOnce } from "./attempt";
import { Callback, callbackSchema } from "./callback.entity";
import { joinSample } from "./sample";

/**
 * One try to call back after a completion, by somebody who had no part in the work. Reached and satisfied closes
 * the ticket, reached and not satisfied takes the same ticket up again; reaching nobody leaves the callback due.
 */
export const recordCallback = verb({
  name: "callback.record",
  may: "callback.make",
  answerIn: stepOfAnswer,
  input: z
    .strictObject({ ticketId: idOf("ticket"), rev: z.int().min(1).optional(), ...attemptFields })
    .superRefine(needWhole),
  output: ticketView.extend({ callback: callbackSchema.omit({ workerIds: true }) }),
  run: async ({ ticketId, rev, ...attempt }, work) => {
    const { ticket, callback } = await actOn(work, ticketId, rev, attempt);
    if (!callback) throw notFound();
    const next = work.patch(Callback, callback, {
      state: attempt.reached ? "done" : "due",
      ...(await triedOnce(work, attempt, ticket, callback)),
      ...(attempt.satisfied && (await joinSample(work, ticket.projectId))),
    });
    if (attempt.satisfied === false) await tellReopened(work, ticket);
    return { ...shown(ticket), callback: next };
  },
});

/** Words of a satisfied resident are praise or blame for a person: they stay out of the history all may read. */
function actOn(work: Work, ticketId: string, rev: number | undefined, attempt: Attempt) {
  const { reached, reason, satisfied, scores, words } = attempt;
  if (!reached) return act(work, ticketId, "unreached", { rev, note: reason });
  const said = { rev, note: words, scores };
  return satisfied
    ? act(work, ticketId, "satisfied", { ...said, unsaid: true })
    : act(work, ticketId, "unsatisfied", said);
}
