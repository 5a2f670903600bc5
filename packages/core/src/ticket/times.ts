import type { Counting } from "../calendar/hours";
import type { About, ClockName } from "../clocks/rule";
import { dueOf, lengthened, startClock, type Timing } from "../clocks/timing";
import type { Corrected } from "./edit";
import type { TicketFile } from "./file";
import type { TicketChannel } from "./kind";
import { isOpen } from "./states";
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

/**
 * The clocks of an open ticket that turned out another: those that run count from when they started by what it is now, pauses
 * added; those that were stopped stay. Where nobody was there to speak with before, clocks towards a resident start now.
 */
export function timesAfter(file: TicketFile, after: Corrected, now: string): Partial<TicketItem> {
  const { ticket, timing } = file;
  if (!isOpen(ticket.state) || !matters(ticket, after)) return {};
  const one = { ...ticket, ...after };
  const first = firstTimes(one, ticket.createdAt, timing);
  const round = roundTimes(one, ticket.completionStartedAt, timing);
  const isThere = hasResident(one);
  const known = hasResident(ticket) || first.verifiedAt !== undefined;
  const { respondedAt, verifiedAt = first.verifiedAt, onSiteAt, startedAt, answeredAt } = ticket;
  return {
    responseDueAt: respondedAt ? ticket.responseDueAt : first.responseDueAt,
    verifiedAt,
    verifiedDueAt: ticket.verifiedAt
      ? ticket.verifiedDueAt
      : known
        ? first.verifiedDueAt
        : isThere
          ? dueOf(timing, "verified", one, now)
          : undefined,
    onSiteDueAt: (onSiteAt ?? startedAt) ? ticket.onSiteDueAt : round.onSiteDueAt,
    answerDueAt: answeredAt ? ticket.answerDueAt : round.answerDueAt,
    qualityDueAt: one.kind === "complaint" ? ticket.qualityDueAt : undefined,
    progressDueAt: isThere
      ? (ticket.progressDueAt ?? progressTime(one, now, timing).progressDueAt)
      : undefined,
    completionCounting: round.completionCounting,
    completionDueAt: restedIn(file, round),
  };
}

/** What clocks go by. */
const matters = (before: TicketItem, after: Corrected) =>
  (["kind", "category", "urgency", "channel"] as const).some((part) => before[part] !== after[part]) ||
  hasResident(before) !== hasResident({ ...before, ...after });

type Round = Pick<TicketItem, "completionDueAt"> & { completionCounting: Counting };

/** When a completion clock runs out that rested as long as the one in whose place it is. */
function restedIn({ ticket, orders, timing }: TicketFile, round: Round) {
  const { completionStartedAt, completionDueAt, completionCounting: counting = "always" } = ticket;
  if (!orders.some(({ pauses = [] }) => pauses.length > 0)) return round.completionDueAt;
  const plain = needed(timing, "completion", ticket, completionStartedAt).dueAt;
  return lengthened(timing, round.completionDueAt, round.completionCounting, {
    ...{ from: plain, to: completionDueAt, counting },
  });
}
