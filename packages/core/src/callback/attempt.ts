import * as z from "zod";
import { actorRef } from "../actor";
import { instant, isoNow } from "../clock";
import { useTenantActor } from "../context";
import type { Work } from "../table/work";
import { tenantZone } from "../tenant/zone";
import { nameOf } from "../ticket/act";
import { note, scores, type TicketItem } from "../ticket/ticket.entity";
import { type attemptSchema, keptAttempts } from "./callback.entity";
import { needDecentHour, nextTry } from "./hours";

/** What is told of one try to reach a resident. */
export const attemptFields = {
  reached: z.boolean(),
  /** Reached nobody: why, and when to try again where that was agreed. */
  reason: note.optional(),
  nextAt: instant.optional(),
  /** Reached somebody: what they said. */
  satisfied: z.boolean().optional(),
  scores: scores.optional(),
  words: note.optional(),
};
const attemptInput = z.object(attemptFields);
export type Attempt = z.output<typeof attemptInput>;

/** What must be said of whom one reached, and of whom not. */
export function needWhole(
  { reached, reason, satisfied, words, scores: given, nextAt }: Attempt,
  c: z.RefinementCtx,
) {
  const need = (path: string, message: string) => c.addIssue({ code: "custom", path: [path], message });
  if (!reached && !reason) need("reason", "say why nobody was reached");
  if (!reached && (satisfied !== undefined || given !== undefined))
    need("reached", "only who was reached can be satisfied or not");
  if (reached && satisfied === undefined) need("satisfied", "say whether the resident is satisfied");
  if (reached && satisfied === false && !words) need("words", "say what is not right yet");
  if (reached && nextAt !== undefined) need("nextAt", "nobody need call again who was reached");
  if (!reached && nextAt !== undefined && nextAt <= isoNow()) need("nextAt", "must lie ahead");
}

type Tried = { attempts: readonly z.input<typeof attemptSchema>[]; tries: number };

/** What a try changes on a callback: it is kept, and where nobody was reached there is a time for the next one. */
export async function triedOnce(work: Work, attempt: Attempt, ticket: TicketItem, so: Tried) {
  const tries = so.tries + 1;
  const zone = await tenantZone();
  if (attempt.nextAt) needDecentHour(attempt.nextAt, zone);
  return {
    attempts: [...so.attempts, attemptOf(work, attempt, ticket)].slice(-keptAttempts),
    tries,
    nextAt: attempt.reached ? undefined : (attempt.nextAt ?? nextTry(work.now, zone, tries)),
  };
}

function attemptOf(work: Work, attempt: Attempt, ticket: TicketItem): z.input<typeof attemptSchema> {
  const actor = useTenantActor();
  const { reached, reason, satisfied, scores: given, words } = attempt;
  const said = reached ? { satisfied, scores: given, words } : { reason };
  return { at: work.now, by: actorRef(actor), byName: nameOf(actor, ticket), reached, ...said };
}
