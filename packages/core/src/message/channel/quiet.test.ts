import { describe, expect, test } from "vitest";
import { sendableAt } from "./quiet";

const shanghai = "Asia/Shanghai"; // UTC+8, no summer time

describe("an SMS that can wait", () => {
  test.each([
    ["at 08:00 leaves", "2026-11-21T00:00:00.000Z", "2026-11-21T00:00:00.000Z"],
    ["at noon leaves", "2026-11-21T04:30:00.000Z", "2026-11-21T04:30:00.000Z"],
    ["at 21:59:59 leaves", "2026-11-21T13:59:59.999Z", "2026-11-21T13:59:59.999Z"],
    ["at 22:00 waits for the morning", "2026-11-21T14:00:00.000Z", "2026-11-22T00:00:00.000Z"],
    ["before midnight waits for tomorrow", "2026-11-21T15:59:00.000Z", "2026-11-22T00:00:00.000Z"],
    ["after midnight waits for today", "2026-11-21T16:01:00.000Z", "2026-11-22T00:00:00.000Z"],
    ["at 07:59:59 waits a moment", "2026-11-20T23:59:59.000Z", "2026-11-21T00:00:00.000Z"],
    ["on New Year's Eve waits for the new year", "2026-12-31T15:00:00.000Z", "2027-01-01T00:00:00.000Z"],
  ])("%s", (_, now, expected) => {
    expect(sendableAt(now, shanghai, false)).toBe(expected);
  });

  test("goes by the firm's clocks, through a change of summer time", () => {
    expect(sendableAt("2026-10-25T00:30:00.000Z", "Europe/Berlin", false)).toBe("2026-10-25T07:00:00.000Z");
    expect(sendableAt("2026-10-24T21:00:00.000Z", "Europe/Berlin", false)).toBe("2026-10-25T07:00:00.000Z");
    expect(sendableAt("2026-03-28T22:00:00.000Z", "Europe/Berlin", false)).toBe("2026-03-29T06:00:00.000Z");
    expect(sendableAt("2026-11-21T03:00:00.000Z", "Asia/Kathmandu", false)).toBe("2026-11-21T03:00:00.000Z");
  });

  test("once moved, leaves at that instant", () => {
    for (let hour = 0; hour < 48; hour++) {
      const now = new Date(Date.UTC(2026, 10, 21, hour, 37)).toISOString();
      const moved = sendableAt(now, shanghai, false);
      expect(moved >= now).toBe(true);
      expect(sendableAt(moved, shanghai, false)).toBe(moved);
    }
  });
});

test("an urgent SMS leaves at any hour", () => {
  expect(sendableAt("2026-11-21T19:00:00.000Z", shanghai, true)).toBe("2026-11-21T19:00:00.000Z");
});

test("an unknown zone or a broken instant is an error, not a guess", () => {
  expect(() => sendableAt("2026-11-21T19:00:00.000Z", "Mars/Base", false)).toThrow(RangeError);
  expect(() => sendableAt("yesterday", shanghai, true)).toThrow(RangeError);
});
