import { assertCount, assertWhole } from "./rate";

/** The buckets of ageing by days past due, youngest first (figures.md, Collection; a year is 365 days). */
export const AGEING_BUCKETS = ["0-30", "31-90", "91-180", "181-365", "1-2y", "2-3y", ">3y"] as const;

export type AgeingBucket = (typeof AGEING_BUCKETS)[number];

/** Last day of each bucket but the open one. */
const LAST_DAYS = [30, 90, 180, 365, 730, 1095];

/** Bucket of a debt so many days past due (0: due that very day); null while it is not yet due. */
export function ageingBucket(days: number): AgeingBucket | null {
  assertWhole(days);
  if (days < 0) return null;
  const index = LAST_DAYS.findIndex((last) => days <= last);
  return AGEING_BUCKETS[index] ?? ">3y";
}

function dayNumber(date: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(date)) {
    throw new RangeError(`not a date: ${date}`);
  }
  return time / 86_400_000;
}

/**
 * Whole days from the due date to `on`, both "2026-11-30" in the tenant's zone; negative before it.
 * @throws RangeError for a date that does not exist.
 */
export function daysPastDue(dueOn: string, on: string): number {
  return dayNumber(on) - dayNumber(dueOn);
}

/** What is owed by age, in fen. */
export interface Ageing {
  readonly notDue: number;
  readonly buckets: Readonly<Record<AgeingBucket, number>>;
}

/**
 * Sorts what is outstanding (fen, one row a bill or a due date) into the buckets as of the day `on`.
 * @throws RangeError for amounts below 0 or not whole, and for dates that do not exist.
 */
export function ageDebts(
  debts: Iterable<{ readonly dueOn: string; readonly outstanding: number }>,
  on: string,
): Ageing {
  const buckets = { "0-30": 0, "31-90": 0, "91-180": 0, "181-365": 0, "1-2y": 0, "2-3y": 0, ">3y": 0 };
  let notDue = 0;
  for (const { dueOn, outstanding } of debts) {
    assertCount(outstanding);
    const bucket = ageingBucket(daysPastDue(dueOn, on));
    if (bucket === null) notDue += outstanding;
    else buckets[bucket] += outstanding;
  }
  for (const sum of [notDue, ...Object.values(buckets)]) assertCount(sum);
  return { notDue, buckets };
}
