import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysAfter } from "../clock";
import { type Calendar, calendarSchema, minutesOf, type Shift, weekdays } from "./calendar";
import {
  afterPause,
  beganOn,
  type Counting,
  dueAfter,
  type Hours,
  isWorked,
  workedBetween,
  workingDay,
} from "./hours";
import { slowHours, windows } from "./slow.testing";
import { usualCalendar } from "./usual";

const minute = 60_000;
const hour = 60 * minute;

const plainly = windows.map((window) => ({ ...window, plain: slowHours(window) }));

const time = (from: number) => fc.integer({ min: from, max: 24 * 4 - 1 }).map((quarter) => quarter * 15);
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** Up to three shifts, the last perhaps over midnight. */
const shifts: fc.Arbitrary<Shift[]> = fc
  .tuple(fc.uniqueArray(time(0), { maxLength: 6 }), fc.boolean())
  .map(([times, overnight]) => {
    const sorted = [...times].sort((a, b) => a - b);
    const day: Shift[] = [];
    for (let i = 0; i + 1 < sorted.length; i += 2)
      day.push({ from: clock(sorted[i] ?? 0), to: clock(sorted[i + 1] ?? 0) });
    const last = sorted.at(-1) ?? 22 * 60;
    if (overnight && sorted.length % 2)
      day.push({ from: clock(last), to: clock(Math.floor((sorted[0] ?? 0) / 2)) });
    return day;
  });

const calendars = (from: string): fc.Arbitrary<Calendar> => {
  const dates = fc.uniqueArray(
    fc.integer({ min: 0, max: 27 }).map((days) => daysAfter(from, days)),
    { maxLength: 6 },
  );
  return fc
    .record({ days: fc.array(shifts, { minLength: 7, maxLength: 7 }), holidays: dates, makeUp: dates })
    .map(({ days, holidays, makeUp }) => ({
      week: Object.fromEntries(weekdays.map((day, i) => [day, days[i] ?? []])) as Calendar["week"],
      holidays,
      makeUpDays: makeUp.filter((date) => !holidays.includes(date)),
    }))
    .filter((calendar) => calendarSchema.safeParse(calendar).success);
};

const cases = fc
  .constantFrom(...plainly)
  .chain((window) => fc.record({ window: fc.constant(window), calendar: calendars(window.from) }));
/** Minutes after the window's first midnight; the second week holds every change of the clocks. */
const moments = fc.integer({ min: 24 * 60, max: 17 * 24 * 60 });

describe("business hours, against minute after minute", () => {
  it("are counted between any two moments, over changes of the clocks, nights, holidays and make-up days", () => {
    fc.assert(
      fc.property(cases, moments, moments, ({ window, calendar }, a, b) => {
        const { plain } = window;
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const worked = workedBetween({ calendar, zone: window.zone }, plain.at(from), plain.at(to));
        expect(worked / minute).toBe(plain.worked(calendar, from, to));
      }),
      { numRuns: 150 },
    );
  });

  it("are now or are not", () => {
    fc.assert(
      fc.property(cases, moments, ({ window, calendar }, at) => {
        const { plain } = window;
        expect(isWorked({ calendar, zone: window.zone }, plain.at(at))).toBe(
          plain.worked(calendar, at, at + 1) > 0,
        );
      }),
      { numRuns: 150 },
    );
  });

  it("tell on which date the shift began that is on: over midnight, all day and over changes of the clocks", () => {
    const any = fc.record({
      from: time(0).map(clock),
      to: fc.oneof(time(0).map(clock), fc.constant("24:00")),
    });
    // Near the changes, which are at night.
    const night = fc
      .tuple(fc.integer({ min: 10, max: 16 }), fc.integer({ min: -300, max: 400 }))
      .map(([day, late]) => day * 24 * 60 + late);
    fc.assert(
      fc.property(
        fc.constantFrom(...plainly),
        any,
        fc.oneof(moments, night),
        ({ zone, plain }, shift, at) => {
          expect(beganOn(shift, plain.at(at), zone)).toBe(plain.began(shift, at));
        },
      ),
      { numRuns: 600 },
    );
  });

  it("make a clock run out when it does, paused any number of times, and once more after it was started anew", () => {
    const lengths = fc.integer({ min: 0, max: 30 * 60 });
    const pauses = fc.array(fc.tuple(moments, fc.integer({ min: 0, max: 3 * 24 * 60 })), { maxLength: 3 });
    const countings = fc.constantFrom<Counting>("always", "business");
    fc.assert(
      fc.property(
        cases,
        moments,
        lengths,
        pauses,
        countings,
        ({ window, calendar }, start, length, all, counting) => {
          const { plain } = window;
          const hours: Hours = { calendar, zone: window.zone };
          for (const begin of [start, start + 2 * 24 * 60]) {
            // One after the other, as they happen.
            let free = begin;
            const happened = [...all]
              .sort(([x], [y]) => x - y)
              .flatMap(([from, lasting]) => {
                const starts = Math.max(from, free);
                free = starts + lasting;
                return starts === from ? [[starts, free] as const] : [];
              });
            let due = dueAfter(hours, counting, plain.at(begin), length * minute);
            for (const [from, to] of happened)
              due = afterPause(hours, counting, due, plain.at(from), plain.at(to));
            const expected = plain.runsOut(calendar, counting, begin, length, happened);
            if (expected !== undefined) expect(due).toBe(plain.at(expected));
            else expect(due > plain.at(plain.minutes - 1)).toBe(true);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe("a calendar", () => {
  const usual = usualCalendar("Asia/Shanghai");
  const hours = { calendar: usual, zone: "Asia/Shanghai" };

  it("has working days of its ordinary length, so that seven of them end at the same hour", () => {
    expect(workingDay(usual)).toBe(8 * hour);
    const friday = "2026-11-20T02:30:00.000Z";
    expect(dueAfter(hours, "business", friday, 7 * workingDay(usual))).toBe("2026-12-01T02:30:00.000Z");
    // 30 September, over the national holiday, with Saturday the 10th made up.
    expect(dueAfter(hours, "business", "2026-09-30T02:00:00.000Z", 3 * workingDay(usual))).toBe(
      "2026-10-10T02:00:00.000Z",
    );
  });

  it("starts a clock of the night with the morning's first minute, and ends one with the shift", () => {
    const night = "2026-11-20T16:00:00.000Z";
    expect(dueAfter(hours, "business", night, hour)).toBe("2026-11-23T02:00:00.000Z");
    expect(dueAfter(hours, "business", "2026-11-20T09:00:00.000Z", hour)).toBe("2026-11-20T10:00:00.000Z");
  });

  it.each([
    [{ week: { ...usual.week, mon: [{ from: "9:00", to: "12:00" }] } }],
    [{ week: { ...usual.week, mon: [{ from: "24:00", to: "12:00" }] } }],
    [
      {
        week: {
          ...usual.week,
          mon: [
            { from: "09:00", to: "12:00" },
            { from: "11:00", to: "18:00" },
          ],
        },
      },
    ],
    [{ week: Object.fromEntries(weekdays.map((day) => [day, []])) }],
    [{ makeUpDays: ["2026-10-01"] }],
    [{ holidays: ["2026-02-30"] }],
  ])("refuses %o", (part) => {
    expect(calendarSchema.safeParse({ ...usual, ...part }).success).toBe(false);
    expect(calendarSchema.safeParse(usual).success).toBe(true);
  });

  it("lets a shift last over midnight", () => {
    expect(minutesOf({ from: "22:00", to: "06:00" })).toEqual([1_320, 1_800]);
    expect(minutesOf({ from: "00:00", to: "24:00" })).toEqual([0, 1_440]);
  });
});
