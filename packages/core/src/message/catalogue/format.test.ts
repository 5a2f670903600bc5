import fc from "fast-check";
import { expect, test } from "vitest";
import { amount, clean, day, period, shown } from "./format";
import { clip, fit, roomBeside, segments } from "./sms";

test("money, days and months as each language writes them", () => {
  expect(amount(123_450, "zh-CN")).toBe("1,234.50元");
  expect(amount(123_450, "en")).toBe("¥1,234.50");
  expect(amount(0, "zh-CN")).toBe("0.00元");
  expect(day("2026-01-05", "zh-CN")).toBe("1月5日");
  expect(day("2026-12-31", "en")).toBe("31 December");
  expect(period("2026-11", "zh-CN")).toBe("2026年11月");
  expect(period("2026-11", "en")).toBe("November 2026");
  expect(period("2026年第四季度", "zh-CN")).toBe("2026年第四季度");
  expect(period("2026-13", "en")).toBe("2026-13");
});

test("what is not of its kind is an error, not a wrong text", () => {
  for (const wrong of [12.5, "12.50", Number.NaN, 2 ** 60])
    expect(() => amount(wrong, "zh-CN")).toThrow(RangeError);
  for (const wrong of ["2026-13-01", "2026-11-21T00:00:00Z", "tomorrow"])
    expect(() => day(wrong, "zh-CN")).toThrow(RangeError);
});

test("words of people lose control characters, false signatures and nothing else", () => {
  expect(clean(" a\u0000b\u202ec\r\nd【中国银行】 ")).toBe("a b c\nd「中国银行」");
  expect(clean("👨‍👩‍👧 é 水")).toBe("👨‍👩‍👧 é 水");
  expect(shown({ title: "【a】", url: undefined }, "en")).toEqual({ title: "「a」" });
});

test("SMS are counted as they are paid", () => {
  expect([0, 70, 71, 134, 135, 201, 202].map((length) => segments("字".repeat(length)))).toEqual([
    1, 1, 2, 2, 3, 3, 4,
  ]);
  expect(segments("😀".repeat(36))).toBe(2);
  expect(roomBeside("阳光物业")).toBe(64);
  expect(roomBeside(undefined)).toBe(62);
});

test("clipping keeps the length, whole characters and the beginning", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 40 }), (words, most) => {
      const clipped = clip(words, most);
      expect(clipped.length).toBeLessThanOrEqual(Math.max(most, 1));
      expect(Buffer.from(clipped).toString()).toBe(clipped);
      if (words.length <= most) expect(clipped).toBe(words);
      else expect(words.startsWith(clipped.slice(0, -1))).toBe(true);
    }),
  );
});

test("fitting fills the room, and takes a second SMS rather than say nothing", () => {
  const brackets = (short: string) => `<${short}>`;
  expect(fit("0123456789abcdef", 15, brackets)).toBe("<0123456789ab…>");
  expect(fit("short", 7, brackets)).toBe("<short>");
  expect(fit("0123456789abcdef", 9, brackets)).toBe("<0123456789abcdef>");
  expect(fit("x".repeat(200), 9, brackets)).toHaveLength(9 + 64);
  expect(fit("x".repeat(200), -500, brackets)).toBe(`<${"x".repeat(7)}…>`);
});
