import * as fc from "fast-check";
import { DateTime } from "luxon";
import { expect, test } from "vitest";
import { dateOf, daysAfter, endOfDate, instantOf, monthOf, plus, startOfDate, wallClock } from "./clock";

const zones = [
  "Asia/Shanghai",
  "Europe/Berlin",
  "America/St_Johns",
  "Asia/Kathmandu",
  "Pacific/Chatham",
  "UTC",
];
const instants = fc.date({
  min: new Date("1980-01-01T00:00:00Z"),
  max: new Date("2060-01-01T00:00:00Z"),
  noInvalidDate: true,
});

test("the wall clock is the one of the zone's rules, at any instant", () => {
  fc.assert(
    fc.property(instants, fc.constantFrom(...zones), (instant, zone) => {
      const iso = instant.toISOString();
      const local = DateTime.fromISO(iso, { zone });
      expect(wallClock(iso, zone)).toBe(local.toFormat("yyyy-MM-dd'T'HH:mm:ss.SSS"));
    }),
    { numRuns: 2_000 },
  );
});

test("the instant of a wall clock is the one of the zone's rules, skipped and doubled hours included", () => {
  fc.assert(
    fc.property(instants, fc.constantFrom(...zones), (instant, zone) => {
      const iso = instant.toISOString();
      const wall = wallClock(iso, zone);
      expect(wallClock(instantOf(wall, zone), zone)).toBe(wall);
      const date = wall.slice(0, 10);
      const start = startOfDate(date, zone);
      expect(dateOf(start, zone)).toBe(date);
      expect(dateOf(plus(start, { seconds: -0.001 }), zone)).toBe(daysAfter(date, -1));
      expect(endOfDate(date, zone)).toBe(startOfDate(daysAfter(date, 1), zone));
    }),
    { numRuns: 2_000, examples: [[new Date("1992-10-25T03:30:00Z"), "America/St_Johns"]] },
  );
  expect(instantOf("2026-03-29T02:30:00.000", "Europe/Berlin")).toBe("2026-03-29T01:30:00.000Z");
  for (const [wall, zone, first] of [
    ["2026-10-25T02:30:00.000", "Europe/Berlin", "2026-10-25T00:30:00.000Z"],
    ["2026-11-01T01:30:00.000", "America/New_York", "2026-11-01T05:30:00.000Z"],
  ] as const)
    expect(instantOf(wall, zone)).toBe(first);
  expect(startOfDate("2026-09-06", "America/Santiago")).toBe("2026-09-06T04:00:00.000Z");
});

test("to the millisecond before and at a change of summer time", () => {
  const [before, at] = ["2026-03-29T00:59:59.999Z", "2026-03-29T01:00:00.000Z"];
  expect(wallClock(before, "Europe/Berlin")).toBe("2026-03-29T01:59:59.999");
  expect(wallClock(at, "Europe/Berlin")).toBe("2026-03-29T03:00:00.000");
});

test("a month and a day begin when they do where the firm is", () => {
  expect(monthOf("2026-10-31T15:59:59.999Z", "Asia/Shanghai")).toBe("2026-10");
  expect(monthOf("2026-10-31T16:00:00.000Z", "Asia/Shanghai")).toBe("2026-11");
  expect(dateOf("2026-10-31T16:00:00.000Z", "Asia/Shanghai")).toBe("2026-11-01");
});

test("an unknown zone or a broken instant is an error, not a guess", () => {
  expect(() => dateOf("2026-11-21T00:00:00.000Z", "Mars/Base")).toThrow(RangeError);
  expect(() => dateOf("yesterday", "Asia/Shanghai")).toThrow(RangeError);
});
