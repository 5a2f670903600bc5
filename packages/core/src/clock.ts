import { AsyncLocalStorage } from "node:async_hooks";
import * as z from "zod";

const frozen = new AsyncLocalStorage<number>();

/** The present instant in milliseconds. */
export const nowMs = () => frozen.getStore() ?? Date.now();

/** The present instant as ISO-8601 in UTC with milliseconds, the one form stored. */
export const isoNow = () => new Date(nowMs()).toISOString();

/** Runs `body`, and all it awaits, as if it were `at`: schedules run by hand, demo data, tests. */
export const asIfAt = <T>(at: string | Date, body: () => T): T => frozen.run(new Date(at).getTime(), body);

/** `iso` moved by an amount such as `{ hours: 24 }` or `{ days: -1 }`; instants, not calendar days. */
export const plus = (
  iso: string,
  amount: { days?: number; hours?: number; minutes?: number; seconds?: number },
) => {
  const { days = 0, hours = 0, minutes = 0, seconds = 0 } = amount;
  return new Date(
    Date.parse(iso) + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000,
  ).toISOString();
};

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const offsets = new Map<string, number>();

/** One a zone, as making one takes a thousand times as long as asking it. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const [numeric, hourCycle] = ["numeric", "h23"] as const;
  const date = { year: numeric, month: numeric, day: numeric } as const;
  const time = { hour: numeric, minute: numeric, second: numeric, hourCycle } as const;
  const made = new Intl.DateTimeFormat("en-US", { timeZone: zone, ...date, ...time });
  clocks.set(zone, made);
  return made;
}

/**
 * What a zone's clocks show at an instant, to the second, as if they showed UTC. By the platform itself: whatever
 * starts needs this, and a library for it is a sixth of what starting loads.
 */
function shownMs(ms: number, zone: string): number {
  const parts = clockOf(zone).formatToParts(ms);
  const shown = Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour, minute, second } = shown;
  return new Date(Date.UTC(2_000, 0, 1, hour, minute, second)).setUTCFullYear(year, month - 1, day);
}

/** What clocks of a zone are ahead of UTC, in milliseconds. They change at full minutes alone (once at 00:01, St John's). */
function offsetMs(ms: number, zone: string): number {
  const name = `${zone} ${Math.floor(ms / minuteMs)}`;
  const known = offsets.get(name);
  if (known !== undefined) return known;
  const offset = shownMs(ms, zone) - Math.floor(ms / 1_000) * 1_000;
  if (offsets.size > 10_000) offsets.clear();
  offsets.set(name, offset);
  return offset;
}

/**
 * The wall clock "2026-11-21T09:30:00.000" of an instant in a zone (IANA name).
 * @throws RangeError for an unknown zone or what is no instant
 */
export function wallClock(iso: string, zone: string): string {
  const ms = Date.parse(iso);
  return new Date(ms + offsetMs(ms, zone)).toISOString().slice(0, -1);
}

/** An instant in epoch seconds, as the table's time to live takes it. */
export const epochOf = (iso: string) => Math.floor(Date.parse(iso) / 1000);

/** The local month "2026-11" of an instant in a zone. */
export const monthOf = (iso: string, zone: string) => wallClock(iso, zone).slice(0, 7);
/** The local date "2026-11-21" of an instant in a zone. */
export const dateOf = (iso: string, zone: string) => wallClock(iso, zone).slice(0, 10);
/**
 * The instant at which a zone's clocks first show "2026-11-21T08:00:00.000"; where they skip that time, as much later.
 * @throws RangeError for an unknown zone or what is no wall clock
 */
export function instantOf(wall: string, zone: string): string {
  const local = Date.parse(`${wall}Z`);
  // By the clocks of the day before: of two times it is shown, the first; of a time that is skipped, as much later.
  const early = local - offsetMs(local - dayMs, zone);
  const shown = early + offsetMs(early, zone);
  if (shown === local) return new Date(early).toISOString();
  const late = local - offsetMs(early, zone);
  return new Date(late + offsetMs(late, zone) === local ? late : early).toISOString();
}

/** The date so many days after another one. */
export const daysAfter = (date: string, days: number) => plus(`${date}T00:00:00.000Z`, { days }).slice(0, 10);
/** The instant at which a local date begins in a zone. */
export const startOfDate = (date: string, zone: string) => instantOf(`${date}T00:00:00.000`, zone);
/** The instant at which the local day `date` ends (the start of the next). */
export const endOfDate = (date: string, zone: string) => startOfDate(daysAfter(date, 1), zone);

/** "2026-11-21" */
export const localDate = z.iso.date().meta({ description: "a local calendar date", example: "2026-11-21" });
/** "2026-11" */
export const month = z
  .string()
  .regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/, "must be a month like 2026-11")
  .meta({ description: "a local month", example: "2026-11" });
/** An instant in UTC. */
export const instant = z.iso.datetime().meta({ description: "an instant, ISO-8601 in UTC" });
