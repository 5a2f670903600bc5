import type { InputOf } from "../../api/contract";

export const outcomes = ["satisfied", "unsatisfied", "unreached"] as const;

export interface CallbackFields {
  outcome: (typeof outcomes)[number];
  reason?: string;
  /** As the date field writes it, on the firm's clocks. */
  nextAt?: string;
  score?: "1" | "2" | "3" | "4" | "5";
  words?: string;
}

type Attempt = Omit<InputOf<"POST /tickets/{ticketId}/callback">, "ticketId" | "rev">;

/** What is sent of a filled-in form: only what belongs to its outcome. `nextAt` is the instant to call again. */
export function attemptOf(fields: CallbackFields, nextAt?: string): Attempt {
  if (fields.outcome === "unreached") return { reached: false, reason: fields.reason, nextAt };
  return {
    reached: true,
    satisfied: fields.outcome === "satisfied",
    score: fields.score ? Number(fields.score) : undefined,
    words: fields.words?.trim() || undefined,
  };
}
