import * as z from "zod";
import { instant } from "../clock";
import { trade } from "../member/member.entity";
import { pauseCauses } from "./order.states";
import type { StepItem } from "./step.entity";
import { photos, type TicketItem } from "./ticket.entity";

/** What happened, as far as it matters to the resident. */
export const happening = z.object({
  what: z.enum([
    ...(["received", "assigned", "appointed", "arrived", "started", "paused", "resumed", "done"] as const),
    ...(["unreached", "satisfied", "unsatisfied", "rated", "added", "reopened", "objected"] as const),
    ...(["closed", "merged", "void"] as const),
  ]),
  at: instant,
  trade: trade.optional(),
  appointmentAt: instant.optional(),
  /** Why work rests. */
  cause: z.enum(pauseCauses).optional(),
  /** What the resident said, or was told of the outcome. */
  words: z.string().optional(),
  /** What the resident sent. */
  photos: photos.default([]),
});
export type Happening = z.input<typeof happening>;
type What = Happening["what"];

/** Whether a step is the resident's own. */
export const isResidents = ({ by }: Pick<StepItem, "by">) => by.startsWith("resident:");

/** Steps of work, which a complaint's resident does not follow. */
const ofWork: Partial<Record<StepItem["action"], What>> = {
  ...{ assign: "assigned", split: "assigned", accept: "assigned", appoint: "appointed" },
  ...{ arrive: "arrived", start: "started", pause: "paused", resume: "resumed" },
};
const ofAll: Partial<Record<StepItem["action"], What>> = {
  ...{ register: "received", unreached: "unreached", satisfied: "satisfied", unsatisfied: "unsatisfied" },
  ...{ rate: "rated", confirm: "rated", add: "added", close: "closed" },
};

function whatOf(step: StepItem, ticket: TicketItem): What | undefined {
  const { action, to } = step;
  if (action === "complete" || action === "answer")
    return to === "completed" || to === "closed" ? "done" : undefined;
  if (action === "reopen") return isResidents(step) ? "objected" : "reopened";
  if (action === "void") return ticket.duplicateOf ? "merged" : "void";
  return ofAll[action] ?? (ticket.kind === "complaint" ? undefined : ofWork[action]);
}

/** Begins a round of work anew. */
const turns: ReadonlySet<What> = new Set(["received", "reopened", "objected", "unsatisfied"]);
/** Told once a round: handing it on is the firm's own affair. */
const once: readonly (readonly What[])[] = [["assigned"], ["arrived", "started"]];

/**
 * A ticket's history as its resident is told it, oldest first: their own words and photos and what was done, never
 * what members noted or their names.
 */
export function happeningsOf(steps: readonly StepItem[], ticket: TicketItem): Happening[] {
  const told: Happening[] = [];
  let round = new Set<What>();
  let completion = 0;
  const tell = (one: Happening) => {
    if (once.some((kind) => kind.includes(one.what) && kind.some((what) => round.has(what)))) return;
    round.add(one.what);
    told.push(one);
  };
  for (const step of steps) {
    const what = whatOf(step, ticket);
    if (!what) continue;
    if (turns.has(what)) round = new Set();
    const { at, trade: whose, appointmentAt, cause, note } = step;
    const own = isResidents(step);
    const words = own ? note : what === "done" ? ticket.completions[completion++]?.note : undefined;
    tell({
      what,
      at,
      appointmentAt,
      cause,
      ...(what === "assigned" && { trade: whose }),
      words,
      photos: own ? step.photos : [],
    });
    if (what === "received" && ticket.kind !== "complaint" && (step.trade ?? step.assigneeId))
      tell({ what: "assigned", at, trade: whose });
  }
  return told;
}

/** Where a ticket turned out to be another one's: what is theirs comes after it. */
const relinkedAt = (steps: readonly StepItem[]) => steps.findLastIndex(({ relinked }) => relinked);

/** A history without what residents did whose ticket it turned out not to be: that stays between them and the firm. */
export function withoutOthers(steps: readonly StepItem[]): StepItem[] {
  const last = relinkedAt(steps);
  return steps.filter((step, i) => i > last || step.action === "register" || !isResidents(step));
}

const isCorrection = ({ action }: StepItem) => action === "edit" || action === "correct";

/** What the resident said first; the desk may have put it otherwise since. */
export const firstWords = (steps: readonly StepItem[], { words }: Pick<TicketItem, "words">): string =>
  steps.slice(relinkedAt(steps) + 1).find((step) => isCorrection(step) && step.note)?.note ?? words;
