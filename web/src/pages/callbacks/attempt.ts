import type { InputOf } from "../../api/contract";

export const outcomes = ["satisfied", "unsatisfied", "unreached"] as const;
/** What whoever is reached is asked to score. */
export const aspects = ["speed", "attitude", "workmanship", "result"] as const;
export const points = ["1", "2", "3", "4", "5"] as const;

export interface CallbackFields {
  outcome: (typeof outcomes)[number];
  reason?: string;
  /** As the date field writes it, on the firm's clocks. */
  nextAt?: string;
  scores?: Partial<Record<(typeof aspects)[number], (typeof points)[number]>>;
  words?: string;
}

export type Attempt = Omit<InputOf<"POST /tickets/{ticketId}/callback">, "ticketId" | "rev">;

/** What is sent of a filled-in form: only what belongs to its outcome. `nextAt` is the instant to call again. */
export function attemptOf(fields: CallbackFields, nextAt?: string): Attempt {
  if (fields.outcome === "unreached") return { reached: false, reason: fields.reason, nextAt };
  const given = aspects.flatMap((aspect) => {
    const score = fields.scores?.[aspect];
    return score ? [[aspect, Number(score)] as const] : [];
  });
  return {
    reached: true,
    satisfied: fields.outcome === "satisfied",
    scores: given.length > 0 ? Object.fromEntries(given) : undefined,
    words: fields.words?.trim() || undefined,
  };
}
