import type { Calendar, Shift, Weekday } from "@frontdesk/core/calendar/calendar";
import dayjs from "dayjs";

/** Monday first. */
export const weekdays = [
  "mon",
  "tue",
  "wed",
  "thu",
  "fri",
  "sat",
  "sun",
] as const satisfies readonly Weekday[];

/** What the form holds: a line of shifts for each weekday, and dates as they are typed or pasted. */
export interface Written {
  week: Record<Weekday, string>;
  holidays: string;
  makeUpDays: string;
}

const shiftForm = /^(\d{1,2})[:：](\d{2})\s*[-–—~～\u81f3]\s*(\d{1,2})[:：](\d{2})$/;

/** "9:00-12:00, 13:00-18:00" as shifts; null for what is none. An empty line is a day off. */
export function shiftsOf(line: string): Shift[] | null {
  const parts = line.split(/[,，、;；\n]/).flatMap((part) => part.trim() || []);
  const shifts = parts.map((part) => {
    const [, fromHour = "", fromMinute = "", toHour = "", toMinute = ""] = shiftForm.exec(part) ?? [];
    const shift = {
      from: `${fromHour.padStart(2, "0")}:${fromMinute}`,
      to: `${toHour.padStart(2, "0")}:${toMinute}`,
    };
    const right = shift.from <= "23:59" && shift.to <= "24:00" && fromMinute < "60" && toMinute < "60";
    return fromHour && right ? shift : null;
  });
  return shifts.every((shift) => shift !== null) ? shifts : null;
}

const dateForm = /^(\d{4})[-/.\u5e74](\d{1,2})[-/.\u6708](\d{1,2})\u65e5?$/;
const longestRun = 60;

function dateOf(word: string): string | null {
  const [, year, month = "", day = ""] = dateForm.exec(word) ?? [];
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return year && dayjs(date).format("YYYY-MM-DD") === date ? date : null;
}

/** Dates, and runs of them like 2026-10-01~2026-10-07, in order; null where something is no date. */
export function datesOf(text: string): string[] | null {
  const words = text.split(/[\s,，、;；]+/).filter(Boolean);
  const all = words.map((word) => {
    const [first = null, last = first, ...more] = word.split(/[~～\u81f3]/).map(dateOf);
    if (!first || !last || more.length > 0 || last < first) return null;
    const length = dayjs(last).diff(first, "day") + 1;
    if (length > longestRun) return null;
    return Array.from({ length }, (_, i) => dayjs(first).add(i, "day").format("YYYY-MM-DD"));
  });
  return all.every((run) => run !== null) ? [...new Set(all.flat())].sort() : null;
}

const written = (shifts: readonly Shift[]) => shifts.map(({ from, to }) => `${from}-${to}`).join(", ");

/** Dates one after the other are written as a run. */
function writtenDates(dates: readonly string[]): string {
  const runs: [first: string, last: string][] = [];
  for (const date of [...dates].sort()) {
    const run = runs.at(-1);
    if (run && dayjs(run[1]).add(1, "day").format("YYYY-MM-DD") === date) run[1] = date;
    else runs.push([date, date]);
  }
  return runs.map(([first, last]) => (first === last ? first : `${first}~${last}`)).join("\n");
}

/** A calendar as it is written in the form. */
export const writtenOf = (calendar: Calendar): Written => ({
  week: Object.fromEntries(weekdays.map((day) => [day, written(calendar.week[day])])) as Written["week"],
  holidays: writtenDates(calendar.holidays),
  makeUpDays: writtenDates(calendar.makeUpDays),
});

/** The calendar that is written; what is no shift or date has been refused by the form's rules before. */
export const calendarOf = ({ week, holidays, makeUpDays }: Written): Calendar => ({
  week: Object.fromEntries(
    weekdays.map((day) => [day, shiftsOf(week[day]) ?? []]),
  ) as unknown as Calendar["week"],
  holidays: datesOf(holidays) ?? [],
  makeUpDays: datesOf(makeUpDays) ?? [],
});
