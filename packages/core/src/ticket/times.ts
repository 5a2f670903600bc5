import type { About, ClockName } from "../clocks/rule";
import { dueOf, startClock, type Timing } from "../clocks/timing";
import type { TicketChannel } from "./kind";
import type { TicketItem } from "./ticket.entity";

type Reporter = Partial<Pick<TicketItem["reporter"], "residentId" | "phone" | "email">>;
/** What of a ticket its clocks depend on. */
export type Timed = About & { houseId?: string; reporter: Reporter; channel: TicketChannel };

/** Whether there is anybody to speak with about it. */
const hasResident = ({ houseId, reporter: { residentId, phone, email } }: Omit<Timed, "channel">) =>
  [houseId, residentId, phone, email].some((way) => way !== undefined);

/** Whoever reports in person or by phone has it read back at once. */
const inPerson: readonly TicketChannel[] = ["call", "visit"];

function needed(timing: Timing, clock: ClockName, about: About, at: string) {
  const started = startClock(timing, clock, about, at);
  if (!started) throw new RangeError(`No rule says how long "${clock}" runs`);
  return started;
}

/** The clocks that start when a ticket is registered. */
export function firstTimes(ticket: Timed, at: string, timing: Timing) {
  const present = inPerson.includes(ticket.channel);
  return {
    responseDueAt: needed(timing, "response", ticket, at).dueAt,
    verifiedDueAt: hasResident(ticket) ? dueOf(timing, "verified", ticket, at) : undefined,
    verifiedAt: present && hasResident(ticket) ? at : undefined,
    ...roundTimes(ticket, at, timing),
  };
}

/** The clocks that start with each round of work: at registration, and whenever it is taken up again. */
export function roundTimes(ticket: Omit<Timed, "channel">, at: string, timing: Timing) {
  const { dueAt, counting } = needed(timing, "completion", ticket, at);
  return {
    completionStartedAt: at,
    completionDueAt: dueAt,
    completionCounting: counting,
    onSiteDueAt: dueOf(timing, "onSite", ticket, at),
    answerDueAt: dueOf(timing, "answered", ticket, at),
    answeredAt: undefined,
    ...progressTime(ticket, at, timing),
  };
}

/** When the quality department, which is handed a complaint at `at`, is to have answered it. */
export const qualityTime = (ticket: About, at: string, timing: Timing) => ({
  qualityDueAt: dueOf(timing, "quality", ticket, at),
});

/** When the resident is to hear again how it stands, after hearing at `at`: as promised, else as the clock says. */
export const progressTime = (
  ticket: Omit<Timed, "channel">,
  at: string,
  timing: Timing,
  promisedAt?: string,
) => ({
  progressDueAt: promisedAt ?? (hasResident(ticket) ? dueOf(timing, "progress", ticket, at) : undefined),
  promisedAt,
});
