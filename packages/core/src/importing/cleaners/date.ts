import type { Cell } from "../cell";
import { serialToDate } from "../xlsx-dates";
import { squeezed, tidy } from "./text";

const pad = (value: number) => String(value).padStart(2, "0");

/** A day that exists between 1900 and 2100, as YYYY-MM-DD; undefined for 2023-13-40 or 2023-02-29. */
export function realDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1900 && year <= 2100 ? `${year}-${pad(month)}-${pad(day)}` : undefined;
}

const ofDate = (date: Date | undefined) =>
  date && realDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());

/** Serials from 1927 to 2119 only: a smaller number is rather a year (2019) than a day of 1905. */
export const plausibleSerial = (serial: number): Date | undefined =>
  serial >= 10_000 && serial < 80_000 ? serialToDate(serial) : undefined;

const written = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;

/**
 * A day as YYYY-MM-DD from an Excel date, a serial number (also as text), `2019.3.1`, `2019年3月1日`,
 * `2019/03/01`, `2019-03-01 08:00` or `20190301`. Undefined for anything else and for days that do not
 * exist. The day is the one written; no time zone is applied.
 */
export function cleanDate(cell: Cell | undefined): string | undefined {
  if (cell instanceof Date) return ofDate(cell);
  if (typeof cell === "boolean") return undefined;
  const text = tidy(cell).replace(/\s*([-/.年月日:])\s*/g, "$1");
  const parts = written.exec(text) ?? compact.exec(text);
  if (parts) return realDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  return /^\d{5}(?:\.\d+)?$/.test(text) ? ofDate(plausibleSerial(Number(text))) : undefined;
}

/**
 * A month as YYYY-MM from `2026-07`, `2026年7月`, `2026/7`, `2026.07`, `202607` or any day of `cleanDate`.
 * A number such as 2026.1 is refused: it may have been 2026.10.
 */
export function cleanPeriod(cell: Cell | undefined): string | undefined {
  if (typeof cell === "number" && !Number.isInteger(cell)) return undefined;
  const text = cell instanceof Date ? "" : squeezed(cell);
  const parts = /^(\d{4})[-/.年](\d{1,2})(?:月份?)?$/.exec(text) ?? /^(\d{4})(\d{2})$/.exec(text);
  const day = parts ? realDay(Number(parts[1]), Number(parts[2]), 1) : cleanDate(cell);
  return day?.slice(0, 7);
}
