import { expect, test } from "vitest";
import { dateIn, monthsAfter, noonOf } from "./today";

test.each([
  ["2026-11-21", "Asia/Shanghai", "2026-11-21T04:00:00.000Z"],
  ["2026-07-01", "America/New_York", "2026-07-01T16:00:00.000Z"],
  ["2026-11-21", "UTC", "2026-11-21T12:00:00.000Z"],
])("noon of %s in %s is %s", (date, zone, instant) => expect(noonOf(date, zone)).toBe(instant));

test("a late evening in UTC is the next day in Shanghai", () => {
  expect(dateIn("Asia/Shanghai", new Date("2026-11-21T17:00:00Z"))).toBe("2026-11-22");
});

test.each([
  ["2026-11", 1, "2026-12"],
  ["2026-11", 13, "2027-12"],
  ["2026-01", -1, "2025-12"],
  ["2026-11", -60, "2021-11"],
])("%s and %s months is %s", (month, months, moved) => expect(monthsAfter(month, months)).toBe(moved));
