import * as z from "zod";
import { instant, month } from "../clock";
import { entity, type ItemOf } from "../table/entity";
import { ticketKind } from "../ticket/kind";
import { maxWorkers, ratingSchema, score, scores, type TicketItem } from "../ticket/ticket.entity";
import { lotOf } from "./policy";

/** One try to reach the resident. Trying is not reaching: only `reached` counts as called back. */
export const attemptSchema = z.object({
  at: instant,
  by: z.string(),
  byName: z.string(),
  reached: z.boolean(),
  /** Why nobody was reached. */
  reason: z.string().max(1_000).optional(),
  satisfied: z.boolean().optional(),
  /** Of earlier versions. */
  score: score.optional(),
  scores: scores.optional(),
  words: z.string().max(1_000).optional(),
});

/** done: a person was reached; answered: by the link; withdrawn: the work was taken up again before. */
export const callbackStates = ["due", "done", "answered", "withdrawn"] as const;
/** The newest tries are kept; `tries` counts them all. */
export const keptAttempts = 30;

/** The question still to be asked about one completion of a ticket. Due first, then by when it is due. */
export const callbackSchema = z.object({
  ticketId: z.string(),
  /** Which completion of the ticket, from 1. */
  completion: z.int().min(1).max(99),
  projectId: z.string(),
  houseId: z.string().optional(),
  houseCode: z.string().optional(),
  number: z.string(),
  kind: ticketKind,
  category: z.string(),
  reporterName: z.string(),
  reporterPhone: z.string().optional(),
  /** What was done. */
  outcome: z.string(),
  workerIds: z.array(z.string()).max(maxWorkers),
  /** The resident paid for the work. */
  paid: z.literal(true).optional(),
  completedAt: instant,
  dueAt: instant,
  state: z.enum(callbackStates),
  attempts: z.array(attemptSchema).max(keptAttempts).default([]),
  tries: z.int().min(0).default(0),
  /** When to try again, as agreed at the last try. */
  nextAt: instant.optional(),
  /** What the resident said by the link, where that did not spare the call. */
  rating: ratingSchema.optional(),
  /** The local month in which a satisfied resident was reached: the second callback's sample is drawn of it. */
  satisfiedIn: month.optional(),
  /** When the project's managers were told that it is overdue: once. */
  toldAt: instant.optional(),
});

const sort = ({ dueAt, ticketId }: { dueAt: string; ticketId: string }) => `${dueAt}#${ticketId}`;

const isDue = ({ state }: Pick<z.output<typeof callbackSchema>, "state">) => state === "due";
/** A lot as text, in the order of the numbers. */
export const written = (lot: number) => lot.toFixed(6);
/** Below every share: of paid work every callback is made once more. */
const place = (callback: { ticketId: string; completion: number; paid?: true }) =>
  written(callback.paid ? 0 : lotOf("second", callback));

/**
 * Worklists by due time: of a project (gsi1), of the tenant (gsi2), and of whom one call reaches (gsi3). Those of the
 * satisfied lie in gsi2 by their lots, project by project and month by month. In the due index until somebody was
 * told.
 */
export const Callback = entity({
  name: "callback",
  hiddenBy: ({ ticketId }) => ticketId,
  packed: true,
  schema: callbackSchema,
  key: (key: { ticketId: string; completion: number }) => [
    [key.ticketId],
    `callback#${String(key.completion).padStart(2, "0")}`,
  ],
  indexes: {
    gsi1: (callback) => (isDue(callback) ? [[callback.projectId, "callback"], sort(callback)] : undefined),
    gsi2: (callback) => {
      const { projectId, satisfiedIn, ticketId } = callback;
      if (isDue(callback)) return [["callback"], sort(callback)];
      if (!satisfiedIn) return undefined;
      return [[projectId, "calledBack", satisfiedIn], `${place(callback)}#${ticketId}`];
    },
    gsi3: (callback) => {
      const { projectId, reporterPhone } = callback;
      return isDue(callback) && reporterPhone
        ? [[projectId, "callback", reporterPhone], sort(callback)]
        : undefined;
    },
  },
  due: ({ state, toldAt, dueAt }) =>
    state === "due" && !toldAt ? { kind: "callback", at: dueAt } : undefined,
});
export type CallbackItem = ItemOf<typeof Callback>;

/** The callback that a ticket's last completion makes due; undefined where the policy wants none. */
export function dueCallback(ticket: TicketItem): z.input<typeof callbackSchema> | undefined {
  const completion = ticket.completions.at(-1);
  if (!completion?.callbackWanted || !completion.callbackDueAt) return undefined;
  const { ticketId, projectId, houseId, houseCode, number, kind, category, reporter, workerIds } = ticket;
  return {
    ticketId,
    completion: ticket.completions.length,
    projectId,
    houseId,
    houseCode,
    number,
    kind,
    category,
    reporterName: reporter.name,
    reporterPhone: reporter.phone,
    outcome: completion.note,
    workerIds,
    paid: completion.paid || undefined,
    completedAt: completion.completedAt,
    dueAt: completion.callbackDueAt,
    state: "due",
  };
}
