import { expect, test } from "vitest";
import { formatRelative, formatTime, hourOf } from "./time";

const iso = "2026-11-20T16:05:09.000Z";

test("an instant is shown on the clocks of the firm's zone", () => {
  expect(formatTime(iso, "minute", "zh-CN", "Asia/Shanghai")).toBe("2026-11-21 00:05");
  expect(formatTime(iso, "date", "en", "America/New_York")).toBe("2026-11-20");
  expect(formatTime(iso, "long", "en", "Asia/Shanghai")).toBe("Saturday 21 November");
  expect(formatTime(iso, "long", "zh-CN", "Asia/Shanghai")).toMatch(/^11月21日\s?星期六$/);
  expect(hourOf(new Date(iso), "Asia/Shanghai")).toBe(0);
});

test("what is no instant is refused", () => {
  expect(() => formatTime("soon", "minute", "en", "Asia/Shanghai")).toThrow(RangeError);
});

test.each([
  [-20, "now"],
  [-60, "1 minute ago"],
  [-3599, "59 minutes ago"],
  [-7200, "2 hours ago"],
  [86_400, "tomorrow"],
  [86_400 * 3 + 5, "in 3 days"],
])("%i seconds from now is %s", (seconds, expected) => {
  const now = Date.parse(iso);
  expect(formatRelative(new Date(now + seconds * 1000).toISOString(), now, "en")).toBe(expected);
});
