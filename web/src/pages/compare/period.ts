/** "2026-11" or "2026": a local month, or a year so far. */
export type PeriodKind = "month" | "year";

const form = /^20\d{2}(-(0[1-9]|1[0-2]))?$/;

/** The period an address names; undefined for anything else. */
export const periodOf = (text: string | undefined): string | undefined =>
  text !== undefined && form.test(text) ? text : undefined;

export const kindOf = (period: string): PeriodKind => (period.length === 4 ? "year" : "month");

const monthNumber = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
const monthText = (number: number) =>
  `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}`;

/** The period so many months or years later (earlier when negative). */
export function moved(period: string, by: number): string {
  return kindOf(period) === "year" ? String(Number(period) + by) : monthText(monthNumber(period) + by);
}

/** The present period of a kind, given the present month. */
export const presentOf = (kind: PeriodKind, thisMonth: string): string =>
  kind === "year" ? thisMonth.slice(0, 4) : thisMonth;

/** The same time in the other kind: a month's year, and of a year its last month that has begun. */
export function inKind(period: string, kind: PeriodKind, thisMonth: string): string {
  if (kindOf(period) === kind) return period;
  if (kind === "year") return period.slice(0, 4);
  return thisMonth.startsWith(period) ? thisMonth : `${period}-12`;
}

const offered = { month: 36, year: 6 } as const;

/** The periods to choose from, the present one first; one that lies outside of them is added. */
export function choices(period: string, thisMonth: string): string[] {
  const kind = kindOf(period);
  const present = presentOf(kind, thisMonth);
  const all = Array.from({ length: offered[kind] }, (_, index) => moved(present, -index));
  return all.includes(period) ? all : [...all, period].sort().reverse();
}

/** A period in words, such as "November 2026". */
export function periodName(period: string, locale: string): string {
  const date = new Date(Date.UTC(Number(period.slice(0, 4)), Number(period.slice(5, 7) || 1) - 1, 1));
  const options: Intl.DateTimeFormatOptions =
    kindOf(period) === "year" ? { year: "numeric" } : { year: "numeric", month: "long" };
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(date);
}
