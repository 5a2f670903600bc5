import { dateOf, daysAfter, instantOf, plus } from "../clock";
import { type Calendar, minutesOf, ordinaryShifts, type Shift, shiftsOn } from "./calendar";

/** A calendar on the clocks of a zone (IANA name). */
export type Hours = { calendar: Calendar; zone: string };
/** What a clock counts: every minute, or those of business hours. */
export const countings = ["always", "business"] as const;
export type Counting = (typeof countings)[number];

const isoOf = (ms: number) => new Date(ms).toISOString();
/** Dates looked at before a calendar is taken to have no working day ahead. */
const mostDates = 5_000;

/** The instant, in milliseconds, so many minutes after a date's midnight by the clocks of a zone. */
const instantAt = (date: string, minute: number, zone: string) => {
  const time = plus("1970-01-01T00:00:00.000Z", { minutes: minute % (24 * 60) }).slice(11, -1);
  return Date.parse(instantOf(`${daysAfter(date, Math.floor(minute / (24 * 60)))}T${time}`, zone));
};

/** When a shift that begins on a date begins and ends, in milliseconds. */
export const spanOf = (shift: Shift, date: string, zone: string) =>
  minutesOf(shift).map((minute) => instantAt(date, minute, zone)) as [begins: number, ends: number];

/** The date on which a shift began that is on at an instant; undefined while it is not. */
export function beganOn(shift: Shift, at: string, zone: string): string | undefined {
  const [today, now] = [dateOf(at, zone), Date.parse(at)];
  return [today, daysAfter(today, -1)].find((date) => {
    const [begins, ends] = spanOf(shift, date, zone);
    return begins <= now && now < ends;
  });
}

/** The time worked from `from` on, in spans of milliseconds that follow each other; without end. */
function* spans({ calendar, zone }: Hours, from: string): Generator<readonly [begins: number, ends: number]> {
  let covered = Date.parse(from);
  // A shift of the day before may last into this one.
  let date = daysAfter(dateOf(from, zone), -1);
  for (let looked = 0; looked < mostDates; looked++, date = daysAfter(date, 1)) {
    for (const shift of shiftsOn(calendar, date)) {
      const [begins, ends] = spanOf(shift, date, zone);
      const start = Math.max(begins, covered);
      if (ends <= start) continue;
      yield [start, ends];
      covered = ends;
    }
  }
  throw new RangeError("The calendar has no working hours ahead");
}

/** Milliseconds of business hours between two instants. */
export function workedBetween(hours: Hours, from: string, to: string): number {
  const end = Date.parse(to);
  let worked = 0;
  if (from >= to) return worked;
  for (const [begins, ends] of spans(hours, from)) {
    if (begins >= end) break;
    worked += Math.min(ends, end) - begins;
  }
  return worked;
}

/** Whether an instant lies within business hours. */
export const isWorked = (hours: Hours, at: string) => workedBetween(hours, at, isoOf(Date.parse(at) + 1)) > 0;

/** The first instant by which so many milliseconds have passed since `from`: of all time, or of business hours. */
export function dueAfter(hours: Hours, counting: Counting, from: string, ms: number): string {
  if (counting === "always" || ms <= 0) return isoOf(Date.parse(from) + Math.max(0, ms));
  let left = ms;
  for (const [begins, ends] of spans(hours, from)) {
    if (ends - begins >= left) return isoOf(begins + left);
    left -= ends - begins;
  }
  return from;
}

/** How long an ordinary working day is, in milliseconds. */
export const workingDay = (calendar: Calendar): number =>
  ordinaryShifts(calendar).reduce((sum, shift) => sum + minutesOf(shift)[1] - minutesOf(shift)[0], 0) *
  60_000;

/**
 * The due time of a clock that was paused from `from` to `to`: what was left of it is counted from `to` on. One that
 * had run out before the pause stays as it is.
 */
export function afterPause(
  hours: Hours,
  counting: Counting,
  dueAt: string,
  from: string,
  to: string,
): string {
  if (from >= dueAt || from >= to) return dueAt;
  const left =
    counting === "always" ? Date.parse(dueAt) - Date.parse(from) : workedBetween(hours, from, dueAt);
  return dueAfter(hours, counting, to, left);
}
