import * as z from "zod";
import { localDate } from "../clock";

/** Monday first. */
export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];
/** One or more days of the week. */
export const someDays = z.array(z.enum(weekdays)).min(1).max(7);

/** "09:00"; a shift may end at "24:00". */
const clockTime = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, "must be a time like 09:00");
export const shiftSchema = z.strictObject({
  from: clockTime.refine((time) => time !== "24:00", "must be a time like 09:00"),
  /** At or before `from`: on the next day. */
  to: clockTime,
});
export type Shift = z.output<typeof shiftSchema>;

const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Minutes after the midnight before which a shift begins and ends. */
export function minutesOf({ from, to }: Shift): readonly [begins: number, ends: number] {
  const [begins, ends] = [minuteOf(from), minuteOf(to)];
  return [begins, ends > begins ? ends : ends + 24 * 60];
}

const follow = (shifts: readonly Shift[]) =>
  shifts.every((shift, i) => {
    const before = shifts[i - 1];
    return !before || minutesOf(before)[1] <= minutesOf(shift)[0];
  });

/** The shifts of a day, one after the other. */
const shifts = z.array(shiftSchema).max(6).refine(follow, "shifts must follow each other");
const dates = z.array(localDate).max(400);

/**
 * When people work: the shifts of each weekday, dates on which nobody does (holidays), and dates on which they do
 * though the weekday is free (make-up days, 调休), with the shifts of the first weekday that is worked.
 */
export const calendarSchema = z
  .strictObject({
    week: z.strictObject({
      mon: shifts,
      tue: shifts,
      wed: shifts,
      thu: shifts,
      fri: shifts,
      sat: shifts,
      sun: shifts,
    }),
    holidays: dates,
    makeUpDays: dates,
  })
  .refine(({ week }) => weekdays.some((day) => week[day].length > 0), {
    path: ["week"],
    message: "somebody must work on some day",
  })
  .refine(({ holidays, makeUpDays }) => !makeUpDays.some((date) => holidays.includes(date)), {
    path: ["makeUpDays"],
    message: "a holiday is no make-up day",
  });
export type Calendar = z.output<typeof calendarSchema>;

/** The shifts of an ordinary day: of the first weekday that is worked. */
export const ordinaryShifts = ({ week }: Calendar): readonly Shift[] =>
  weekdays.map((day) => week[day]).find((day) => day.length > 0) ?? [];

/** The weekday of a date. */
export function weekdayOf(date: string): Weekday {
  const sundayFirst = new Date(`${date}T00:00:00.000Z`).getUTCDay();
  return weekdays[(sundayFirst + 6) % 7] ?? "sun";
}

/** The shifts that begin on a local date. */
export function shiftsOn(calendar: Calendar, date: string): readonly Shift[] {
  if (calendar.makeUpDays.includes(date)) return ordinaryShifts(calendar);
  if (calendar.holidays.includes(date)) return [];
  return calendar.week[weekdayOf(date)];
}
