import { daysAfter } from "../clock";
import type { Calendar, Shift } from "./calendar";
import type { Counting } from "./hours";

/** Four weeks around a change of the clocks each, and ones without. */
export const windows: Window[] = [
  { zone: "Asia/Shanghai", from: "2026-09-21" },
  { zone: "Europe/Berlin", from: "2026-03-16" },
  { zone: "Europe/Berlin", from: "2026-10-12" },
  { zone: "America/New_York", from: "2026-02-23" },
  { zone: "America/New_York", from: "2026-10-19" },
  { zone: "Australia/Lord_Howe", from: "2026-03-23" },
];

/** Some weeks in a zone, from the UTC midnight of a date on. */
export type Window = { zone: string; from: string };
type Pause = readonly [from: number, to: number];

const minuteMs = 60_000;
const days = 40;

/**
 * Business hours told once more, one minute after the other and with no regard to cost: what the clocks on the wall
 * show comes from Intl, shifts from looking at them.
 */
export function slowHours({ zone, from }: Window) {
  const origin = Date.parse(`${from}T00:00:00.000Z`);
  const minutes = days * 24 * 60;
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  const walls = Array.from({ length: minutes }, (_, i) =>
    format.format(origin + i * minuteMs).replace(" ", "T"),
  );
  const shown = (wall: string) => Date.parse(`${wall}:00.000Z`) / minuteMs;

  /** The minute at which clocks first show a time; as much after a skip as it is into it. */
  const firsts = new Map<string, number>();
  function first(wall: string): number {
    const near = Math.max(0, shown(wall) - origin / minuteMs - 15 * 60);
    const i = firsts.get(wall) ?? walls.findIndex((one, at) => at >= near && one >= wall);
    firsts.set(wall, i);
    if (i <= 0 || walls[i] === wall) return i;
    return i + shown(wall) - shown(walls[i - 1] ?? wall) - 1;
  }

  const names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
  const weekday = (date: string) => names[new Date(`${date}T12:00:00Z`).getUTCDay()] ?? "sun";
  function shiftsOf({ week, holidays, makeUpDays }: Calendar, date: string): Shift[] {
    const ordinary = [week.mon, week.tue, week.wed, week.thu, week.fri, week.sat, week.sun];
    if (makeUpDays.includes(date)) return ordinary.find((day) => day.length > 0) ?? [];
    if (holidays.includes(date)) return [];
    return week[weekday(date)];
  }

  const endOf = (date: string, starts: string, to: string) =>
    to === "24:00" ? `${daysAfter(date, 1)}T00:00` : `${to > starts ? date : daysAfter(date, 1)}T${to}`;

  const known = new WeakMap<Calendar, boolean[]>();
  /** For every minute whether it is worked. */
  function marks(calendar: Calendar): boolean[] {
    const found = known.get(calendar);
    if (found) return found;
    const marked = new Array<boolean>(minutes).fill(false);
    for (let day = -1; day < days - 1; day++) {
      const date = daysAfter(from, day);
      for (const { from: starts, to } of shiftsOf(calendar, date)) {
        const [begins, ends] = [first(`${date}T${starts}`), first(endOf(date, starts, to))];
        for (let i = Math.max(0, begins); i < ends; i++) marked[i] = true;
      }
    }
    known.set(calendar, marked);
    return marked;
  }

  return {
    minutes: minutes - 24 * 60 * 2,
    /** The instant of a minute. */
    at: (minute: number) => new Date(origin + minute * minuteMs).toISOString(),
    /** The date on which a shift began that is on in a minute, by looking at every date there is. */
    began({ from: starts, to }: Shift, minute: number): string | undefined {
      for (let day = -1; day < days - 1; day++) {
        const date = daysAfter(from, day);
        if (minute >= first(`${date}T${starts}`) && minute < first(endOf(date, starts, to))) return date;
      }
      return undefined;
    },
    weekday,
    worked: (calendar: Calendar, a: number, b: number) => marks(calendar).slice(a, b).filter(Boolean).length,
    /** The minute at which a clock of `length` minutes runs out; undefined past the window. */
    runsOut(calendar: Calendar, counting: Counting, start: number, length: number, pauses: readonly Pause[]) {
      const worked = marks(calendar);
      let left = length;
      for (let i = start; i < minutes - 24 * 60 * 2; i++) {
        if (left === 0) return i;
        const paused = pauses.some(([a, b]) => i >= a && i < b);
        if (!paused && (counting === "always" || worked[i])) left--;
      }
      return undefined;
    },
  };
}
