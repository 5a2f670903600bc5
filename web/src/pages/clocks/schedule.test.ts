import { usualCalendar } from "@frontdesk/core/calendar/usual";
import { expect, test } from "vitest";
import { calendarOf, datesOf, shiftsOf, writtenOf } from "./schedule";

test("a calendar is written and read back as it was", () => {
  for (const zone of ["Asia/Shanghai", "UTC"]) {
    const calendar = usualCalendar(zone);
    expect(calendarOf(writtenOf(calendar))).toEqual(calendar);
  }
  expect(writtenOf(usualCalendar("Asia/Shanghai")).holidays.split("\n").at(-1)).toBe("2026-10-01~2026-10-07");
});

test.each([
  [
    "9:00-12:00，13:00～18:00",
    [
      { from: "09:00", to: "12:00" },
      { from: "13:00", to: "18:00" },
    ],
  ],
  ["22:00-06:00", [{ from: "22:00", to: "06:00" }]],
  ["00:00-24:00", [{ from: "00:00", to: "24:00" }]],
  ["", []],
  ["9-18", null],
  ["09:00-25:00", null],
  ["09:60-12:00", null],
] as const)("shifts %j", (line, shifts) => {
  expect(shiftsOf(line)).toEqual(shifts);
});

test.each([
  ["2026-10-01~2026-10-03\n2026年9月25日", ["2026-09-25", "2026-10-01", "2026-10-02", "2026-10-03"]],
  ["2026/1/4, 2026-01-04", ["2026-01-04"]],
  ["", []],
  ["2026-02-30", null],
  ["2026-10-03~2026-10-01", null],
  ["2026-01-01~2027-01-01", null],
  ["国庆", null],
] as const)("dates %j", (text, dates) => {
  expect(datesOf(text)).toEqual(dates);
});
