import * as z from "zod";
import { instant } from "../clock";
import { idOf, newId } from "../id";
import { trade } from "../member/member.entity";
import { faults } from "../routing/fault";
import { entity, type ItemOf } from "../table/entity";
import { keptAnswer } from "../table/idempotency";
import type { Work } from "../table/work";
import { type OrderAction, orderActions, pauseCauses } from "./order.states";
import { type Action, actions, states } from "./states";
import { photos, ticketSchema } from "./ticket.entity";

/** report: the service told the resident how it stands. */
export const stepActions = [...new Set(["register", "report", ...actions, ...orderActions] as const)];
export type StepAction = Action | OrderAction;

const { kind, category, urgency, channel, reporter } = ticketSchema.shape;
/** What stood there before it was corrected; words stand in the note. A public area is a house without a code. */
const wasSchema = z
  .object({
    ...{ kind, category, urgency, channel, house: z.string().max(40) },
    reporter: reporter.pick({ name: true, phone: true, email: true }),
  })
  .partial();
export type Was = z.output<typeof wasSchema>;

/** One step of a ticket's history: who did what, when. Written once, never changed. */
export const stepSchema = z.object({
  ticketId: z.string(),
  projectId: z.string(),
  /** 1 is the registration. */
  step: z.int().min(1).max(9_999),
  action: z.enum(stepActions),
  /** When it counts as done. */
  at: instant,
  /** Of what a phone told late, after it was without network: when it says it was done, and when that arrived. */
  toldAt: instant.optional(),
  arrivedAt: instant.optional(),
  by: z.string(),
  byName: z.string(),
  from: z.enum(states).optional(),
  to: z.enum(states),
  note: z.string().max(2_000).optional(),
  trade: trade.optional(),
  assigneeId: z.string().optional(),
  assigneeName: z.string().optional(),
  /** Which work order, and when the resident expects somebody. */
  order: z.int().optional(),
  appointmentAt: instant.optional(),
  /** Of a pause: why work rests. */
  cause: z.enum(pauseCauses).optional(),
  /** Of the registration: by which rule it was given out, or why that rule could not. */
  rule: z.string().max(40).optional(),
  ruleFault: z.enum(faults).optional(),
  photos: photos.default([]),
  /** Of a correction. */
  was: wasSchema.optional(),
  /** From here on somebody else follows it, by a link of their own. */
  relinked: z.literal(true).optional(),
  /** What makes it the audit entry of the act, too; earlier versions wrote one beside it. */
  auditId: idOf("audit").optional(),
  verb: z.string().optional(),
  detail: z.string().max(2_000).optional(),
  requestId: z.string().optional(),
  /** What was answered, where the request came with an Idempotency-Key. */
  answer: keptAnswer.optional(),
});

/** A step as the history shows it. */
export const historyStep = stepSchema.omit({
  ticketId: true,
  projectId: true,
  auditId: true,
  verb: true,
  detail: true,
  requestId: true,
  answer: true,
});

/** Behind all else of a ticket, which is read without it; earlier versions had it between. */
const [history, earlier] = ["trail", "step"];

/**
 * With its ticket, by its number or by the name of the request that was answered with it: a second one of that name
 * finds its place taken. As an audit entry in the trail of its month (gsi1).
 */
export const Step = entity({
  name: "ticketStep",
  hiddenBy: ({ ticketId }) => ticketId,
  packed: true,
  schema: stepSchema,
  key: ({ ticketId, step, answer }: { ticketId: string; step: number; answer?: { name: string } }) => [
    [ticketId],
    `${history}#${answer?.name ?? String(step).padStart(4, "0")}`,
  ],
  indexes: {
    gsi1: ({ auditId, at, arrivedAt = at }) =>
      auditId ? [["audit", arrivedAt.slice(0, 7)], auditId] : undefined,
  },
});

export type StepItem = ItemOf<typeof Step>;

/**
 * Adds a step to a ticket's history, which is the audit entry of the act at the same time. An act on several tickets
 * leaves one with each.
 */
export function addStep(work: Work, step: z.input<typeof stepSchema>) {
  const before = work.trail;
  work.trail = (entry, answer) => {
    before?.(entry, answer);
    const { verb, detail, requestId } = entry;
    const kept = before
      ? { auditId: newId("audit", Date.parse(entry.at)) }
      : { auditId: entry.auditId, answer };
    work.create(Step, { ...step, ...kept, verb, detail, requestId }, kept.answer ? "taken" : "race");
  };
}

/** Where the step lies that keeps the answer of this name, to an act on a ticket. */
export const stepOfAnswer = ({ ticketId }: { ticketId: string }, name: string) =>
  Step.key({ ticketId, step: 0, answer: { name } });

/** A ticket's history, oldest step first; it has no more steps than are read at once. */
export async function stepsOf(ticketId: string): Promise<StepItem[]> {
  const pages = await Promise.all(
    [earlier, history].map((name) => Step.query("table", [ticketId], { begins: `${name}#`, limit: 500 })),
  );
  return pages.flatMap(({ items }) => items).sort((a, b) => a.step - b.step);
}
