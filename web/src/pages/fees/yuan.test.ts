import fc from "fast-check";
import { expect, test } from "vitest";
import { formatFen } from "../../ui/format";
import { parseYuan, yuanText } from "./yuan";

test.each([
  ["1234.5", 123_450],
  ["1,234.56", 123_456],
  [" 12 ", 1_200],
  ["0.07", 7],
  [".5", 50],
  ["3.", 300],
  ["￥８８．６", 8_860],
  ["¥5", 500],
  ["5\u5143", 500],
  ["19.99", 1_999],
  ["100000000000", 10_000_000_000_000],
  ["100000000000.01", undefined],
  ["1.234", undefined],
  ["-5", undefined],
  ["", undefined],
  [".", undefined],
  ["1.2.3", undefined],
  ["abc", undefined],
  ["1e5", undefined],
])("%s is %s fen", (typed, fen) => expect(parseYuan(typed)).toBe(fen));

test("what is shown and what would be typed both read back exactly", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000_000_000 }), (fen) => {
      expect(parseYuan(yuanText(fen))).toBe(fen);
      expect(parseYuan(formatFen(fen))).toBe(fen);
    }),
  );
});
