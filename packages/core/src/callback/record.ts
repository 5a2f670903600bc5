import * as z from "zod";
import { actorRef } from "../actor";
import { instant, isoNow } from "../clock";
import { useTenantActor } from "../context";
import { idOf } from "../id";
import type { Work } from "../table/work";
import { act, nameOf } from "../ticket/act";
import { tellReopened } from "../ticket/tell";
import { note, score, type TicketItem } from "../ticket/ticket.entity";
import { shown, ticketView } from "../ticket/view";
import { verb } from "../verb";
import { type attemptSchema, Callback, callbackSchema, keptAttempts } from "./callback.entity";

const attemptInput = z
  .strictObject({
    ticketId: idOf("ticket"),
    rev: z.int().min(1).optional(),
    reached: z.boolean(),
    /** Reached nobody: why, and when to try again. */
    reason: note.optional(),
    nextAt: instant.optional(),
    /** Reached somebody: what they said. */
    satisfied: z.boolean().optional(),
    score: score.optional(),
    words: note.optional(),
  })
  .superRefine(({ reached, reason, satisfied, words, score: given, nextAt }, c) => {
    const need = (path: string, message: string) => c.addIssue({ code: "custom", path: [path], message });
    if (!reached && !reason) need("reason", "say why nobody was reached");
    if (!reached && (satisfied !== undefined || given !== undefined))
      need("reached", "only who was reached can be satisfied or not");
    if (reached && satisfied === undefined) need("satisfied", "say whether the resident is satisfied");
    if (reached && satisfied === false && !words) need("words", "say what is not right yet");
    if (reached && nextAt !== undefined) need("nextAt", "nobody need call again who was reached");
    if (!reached && nextAt !== undefined && nextAt <= isoNow()) need("nextAt", "must lie ahead");
  });
type Attempt = z.output<typeof attemptInput>;

/**
 * One try to call back after a completion, by somebody who had no part in the work. Reached and satisfied closes
 * the ticket, reached and not satisfied takes the same ticket up again; reaching nobody leaves the callback due.
 */
export const recordCallback = verb({
  name: "callback.record",
  may: "callback.make",
  input: attemptInput,
  output: ticketView.extend({ callback: callbackSchema.omit({ workerIds: true }) }),
  run: async (attempt, work) => {
    const { ticket } = await actOn(work, attempt);
    const callback = await Callback.need({
      ticketId: ticket.ticketId,
      completion: ticket.completions.length,
    });
    const next = work.patch(Callback, callback, {
      state: attempt.reached ? "done" : "due",
      attempts: [...callback.attempts, attemptOf(work, attempt, ticket)].slice(-keptAttempts),
      tries: callback.tries + 1,
      nextAt: attempt.nextAt,
    });
    if (attempt.satisfied === false) await tellReopened(work, ticket);
    return { ...shown(ticket), callback: next };
  },
});

/** Words of a satisfied resident are praise or blame for a person: they stay out of the history all may read. */
function actOn(work: Work, { ticketId, rev, reached, reason, satisfied, score: given, words }: Attempt) {
  if (!reached) return act(work, ticketId, "unreached", { rev, note: reason });
  const said = { rev, note: words, score: given };
  return satisfied
    ? act(work, ticketId, "satisfied", { ...said, unsaid: true })
    : act(work, ticketId, "unsatisfied", said);
}

function attemptOf(work: Work, attempt: Attempt, ticket: TicketItem): z.input<typeof attemptSchema> {
  const actor = useTenantActor();
  const { reached, reason, satisfied, score: given, words } = attempt;
  const said = reached ? { satisfied, score: given, words } : { reason };
  return { at: work.now, by: actorRef(actor), byName: nameOf(actor, ticket), reached, ...said };
}
