import { AsyncLocalStorage } from "node:async_hooks";
import { DateTime } from "luxon";
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

/** The local month "2026-11" of an instant in a zone. */
export const monthOf = (iso: string, zone: string) => DateTime.fromISO(iso, { zone }).toFormat("yyyy-MM");
/** The local date "2026-11-21" of an instant in a zone. */
export const dateOf = (iso: string, zone: string) => DateTime.fromISO(iso, { zone }).toFormat("yyyy-MM-dd");
/** The instant at which a local date begins in a zone. */
export const startOfDate = (date: string, zone: string) =>
  DateTime.fromISO(date, { zone }).startOf("day").toUTC().toISO() ?? date;
/** The instant at which the local day `date` ends (the start of the next). */
export const endOfDate = (date: string, zone: string) =>
  DateTime.fromISO(date, { zone }).plus({ days: 1 }).startOf("day").toUTC().toISO() ?? date;

/** "2026-11-21" */
export const localDate = z.iso.date().meta({ description: "a local calendar date", example: "2026-11-21" });
/** "2026-11" */
export const month = z
  .string()
  .regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/, "must be a month like 2026-11")
  .meta({ description: "a local month", example: "2026-11" });
/** An instant in UTC. */
export const instant = z.iso.datetime().meta({ description: "an instant, ISO-8601 in UTC" });
