import * as z from "zod";
import type { TenantActor } from "../actor";
import { actorRef } from "../actor";
import { instant } from "../clock";
import { useTenantActor } from "../context";
import { idOf } from "../id";
import { entity } from "../table/entity";
import type { Work } from "../table/work";
import { note, photos } from "../ticket/ticket.entity";
import type { CaseItem } from "./case.entity";
import { actions, states } from "./states";

/** What a resident is told: what was found, what was done, and what will be better. */
const part = z.string().trim().min(1).max(300);
export const answerSchema = z.object({ found: part, done: part, improved: part });
export const answerWays = ["phone", "sms", "mail"] as const;

/** One step on a complaint's way: who did or said what, when, on what proof. Written once, never changed. */
export const stepSchema = z.object({
  ticketId: z.string(),
  projectId: z.string(),
  /** From 1. */
  step: z.int().min(1).max(9_999),
  action: z.enum(actions),
  at: instant,
  by: z.string(),
  byName: z.string(),
  from: z.enum(states),
  to: z.enum(states),
  stage: z.int().min(1),
  note: note.optional(),
  photos,
  answer: answerSchema.optional(),
  way: z.enum(answerWays).optional(),
  /** What makes it the audit entry of the act, too, as with a ticket's steps. */
  auditId: idOf("audit").optional(),
  verb: z.string().optional(),
  detail: z.string().max(2_000).optional(),
  requestId: z.string().optional(),
});

/** A step as the complaint's way shows it. */
export const wayStep = stepSchema.omit({
  ticketId: true,
  projectId: true,
  auditId: true,
  verb: true,
  detail: true,
  requestId: true,
});

/** With its ticket, behind what an act reads of it; among the audit entries of its month (gsi1), beside the ticket's own steps. */
export const CaseStep = entity({
  name: "complaintStep",
  hiddenBy: ({ ticketId }) => ticketId,
  schema: stepSchema,
  packed: true,
  key: (key: { ticketId: string; step: number }) => [
    [key.ticketId],
    `way#${String(key.step).padStart(4, "0")}`,
  ],
  indexes: {
    gsi1: ({ auditId, at }) => (auditId ? [["audit", at.slice(0, 7)], auditId] : undefined),
  },
});

/** What a step says. */
export type Said = Pick<z.input<typeof stepSchema>, "note" | "answer" | "way"> & { photos?: string[] };

/** Adds a step; it is the act's audit entry where no step of the ticket's history is that already. */
export function addStep(
  work: Work,
  { ticketId, projectId, steps: step, stage, state: to }: CaseItem,
  action: (typeof actions)[number],
  from: CaseItem["state"],
  { photos: seen = [], ...said }: Said,
) {
  const actor = useTenantActor();
  const who = { by: actorRef(actor), byName: nameOf(actor) };
  const fields = { ticketId, projectId, step, action, at: work.now, ...who, from, to, stage };
  const put = (audit: object) =>
    work.create(CaseStep, { ...fields, ...said, photos: seen, ...audit }, "race");
  if (work.trail) put({});
  else work.trail = ({ auditId, verb, detail, requestId }) => put({ auditId, verb, detail, requestId });
}

const nameOf = (actor: TenantActor) => (actor.type === "member" ? actor.name : "Frontdesk");
