import { plus } from "../clock";
import { type TicketKind, type Urgency, urgencies } from "./kind";

/** Minutes a ticket has: until somebody takes it up, and until it is done. */
export type ClockRule = { response: number; completion: number };

const hours = (count: number) => count * 60;
const days = (count: number) => hours(count * 24);

/**
 * The defaults of domain.md, Clocks, round the clock. Ordinary repair 2 days; urgent repair and emergency 30
 * minutes (the outside of an entrapment); ordinary complaint 7 × 24 hours, urgent 24 hours. An inquiry is answered
 * like an ordinary complaint (24 h), suggestions and praise are seen to like its solution (7 × 24 h).
 */
export const clockRules: Record<TicketKind, Record<Urgency, ClockRule>> = {
  repair: {
    ordinary: { response: 5, completion: days(2) },
    urgent: { response: 5, completion: 30 },
  },
  complaint: {
    ordinary: { response: 5, completion: days(7) },
    urgent: { response: 5, completion: hours(24) },
  },
  suggestion: {
    ordinary: { response: 5, completion: days(7) },
    urgent: { response: 5, completion: hours(24) },
  },
  inquiry: {
    ordinary: { response: 5, completion: hours(24) },
    urgent: { response: 5, completion: hours(2) },
  },
  praise: {
    ordinary: { response: 5, completion: days(7) },
    urgent: { response: 5, completion: days(7) },
  },
  emergency: {
    ordinary: { response: 5, completion: 30 },
    urgent: { response: 5, completion: 30 },
  },
};

/**
 * When the clocks started at `at` run out. The due times are stored with the ticket: a rule changed later changes
 * no clock that runs.
 */
export function dueTimes(kind: TicketKind, urgent: Urgency, at: string) {
  const { response, completion } = clockRules[kind][urgent];
  return {
    responseDueAt: plus(at, { minutes: response }),
    completionDueAt: plus(at, { minutes: completion }),
  };
}

/** An emergency is urgent whatever was ticked. */
export const urgencyOf = (kind: TicketKind, given: Urgency = urgencies[0]): Urgency =>
  kind === "emergency" ? "urgent" : given;
