import * as z from "zod";
import { seededRandom } from "../figure/random";
import type { TicketKind } from "../ticket/kind";
import type { TicketItem } from "../ticket/ticket.entity";

/** Kinds of which a firm may ask after a part alone. Complaints are all called back; praise asks for no work. */
export const sampledKinds = ["repair", "suggestion", "inquiry", "emergency"] as const satisfies TicketKind[];
type SampledKind = (typeof sampledKinds)[number];

/** Percent; domain.md, system 5: at least a tenth. */
const share = z.int().min(10).max(100);
export const callbackShares = z.strictObject({
  repair: share,
  suggestion: share,
  inquiry: share,
  emergency: share,
});
export type CallbackShares = z.output<typeof callbackShares>;
/** The default: everything. */
export const allShares: CallbackShares = { repair: 100, suggestion: 100, inquiry: 100, emergency: 100 };

const isSampled = (kind: TicketKind): kind is SampledKind =>
  (sampledKinds as readonly string[]).includes(kind);

type Completed = Pick<TicketItem, "ticketId" | "kind" | "houseId" | "reporter"> & {
  /** Which completion, from 1. */
  completion: number;
  paid?: boolean;
};

/**
 * Whether a completion is to be called back (domain.md, system 5): all complaints, all paid work, and of the other
 * work the firm's share of its kind. Nobody is there to be asked about praise, nor about what members saw themselves
 * with no resident behind it.
 */
export function wantsCallback(of: Completed, shares: CallbackShares = allShares): boolean {
  const { residentId, phone, email } = of.reporter;
  const isSomebodyThere = [of.houseId, residentId, phone, email].some((way) => way !== undefined);
  if (of.kind === "praise" || !isSomebodyThere) return false;
  if (of.paid || !isSampled(of.kind)) return true;
  return lotOf("first", of) * 100 < shares[of.kind];
}

/**
 * The lot of a completion, between 0 and 1, for the first or the second callback: always the same, so that nobody can
 * draw until it suits them.
 */
export const lotOf = (
  callback: "first" | "second",
  { ticketId, completion }: { ticketId: string; completion: number },
) => seededRandom(`${callback}/${ticketId}/${completion}`)();

/** Answers of the top two boxes are those of the satisfied (figures.md, Satisfaction). */
const satisfiedFrom = 4;

type Answer = { index: number; score: number; at: string };

/**
 * Whether a resident's rating by the link is the callback itself: of the last completion, satisfied, and before the
 * callback's clock has run out. Who is not satisfied is called by a person.
 */
export function answersCallback(
  { state, completions }: Pick<TicketItem, "state" | "completions">,
  { index, score, at }: Answer,
): boolean {
  const last = completions.at(-1);
  return (
    state === "completed" &&
    last !== undefined &&
    !last.reachedAt &&
    index === completions.length - 1 &&
    !last.rating &&
    score >= satisfiedFrom &&
    at <= (last.callbackDueAt ?? "")
  );
}
