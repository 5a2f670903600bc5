import { dateOf, daysAfter, instantOf, plus, wallClock } from "../clock";
import { badRequest } from "../error";
import { sendableHours } from "../message/channel/quiet";

/** Local hours in which we call without having been asked to: from 9 up to, not including, 20. */
const callingHours = { from: 9, to: 20 };

const isWithin = (iso: string, zone: string, { from, to }: { from: number; to: number }) => {
  const hour = Number(wallClock(iso, zone).slice(11, 13));
  return hour >= from && hour < to;
};

/**
 * When to try again after `tries` tries that reached nobody: three hours later, where that is still the same day's
 * calling time, else the next day at ten; every other time the next day at seven in the evening, when those who work
 * are at home.
 */
export function nextTry(now: string, zone: string, tries: number): string {
  const soon = tries % 2 === 1;
  const later = plus(now, { hours: 3 });
  if (soon && isWithin(later, zone, callingHours) && dateOf(later, zone) === dateOf(now, zone)) return later;
  return instantOf(`${daysAfter(dateOf(now, zone), 1)}T${soon ? "10" : "19"}:00:00.000`, zone);
}

/** Throws `bad_request` for a time at which nobody is called: before 8:00 or from 22:00 on. */
export function needDecentHour(nextAt: string, zone: string) {
  if (!isWithin(nextAt, zone, sendableHours))
    throw badRequest("Nobody is called between 22:00 and 8:00", "nextAt");
}
