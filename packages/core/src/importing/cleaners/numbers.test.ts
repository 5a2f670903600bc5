import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fullWidth } from "../test-files";
import { cleanArea } from "./area";
import { cleanFen } from "./fen";

describe("areas and money", () => {
  const hundredths = fc.integer({ min: 0, max: 1_000_000_000 });
  const written = (value: number) => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, "0")}`;

  it("are exact for every number of hundredths, as number and as text", () => {
    fc.assert(
      fc.property(hundredths, (value) => {
        for (const clean of [cleanArea, cleanFen]) {
          expect(clean(value / 100)).toBe(value);
          expect(clean(written(value))).toBe(value);
          expect(clean(fullWidth(written(value)))).toBe(value);
          expect(clean(Number(written(value)).toLocaleString("en-US", { minimumFractionDigits: 2 }))).toBe(
            value,
          );
        }
      }),
    );
  });

  it("are exact for sums that Excel computed with binary noise", () => {
    fc.assert(
      fc.property(hundredths, hundredths, (a, b) => {
        fc.pre(a + b < 1_000_000_000);
        expect(cleanFen(a / 100 + b / 100)).toBe(a + b);
      }),
    );
    expect(cleanFen(308.95 - 153.98)).toBe(15_497);
  });

  it("take the units that people write", () => {
    for (const text of ["167㎡", "167 m²", "１６７平方米", "167.00m2", "167平米"])
      expect(cleanArea(text)).toBe(16_700);
    for (const text of ["¥1,234.56", "￥1234.56", "1,234.56元", "RMB 1,234.56", " 1234.560 "]) {
      expect(cleanFen(text)).toBe(123_456);
    }
    expect(cleanFen("(12.00)")).toBe(-1200);
    expect(cleanFen("-12")).toBe(-1200);
    expect(Object.is(cleanFen("-0.00"), 0)).toBe(true);
    expect(cleanArea(-12)).toBe(-1200);
  });

  it("round areas half up, and refuse parts of a fen", () => {
    expect(cleanArea(99.315)).toBe(9932);
    expect(cleanArea("99.3149")).toBe(9931);
    expect(cleanFen("1.005")).toBeUndefined();
    expect(cleanFen(1.005)).toBeUndefined();
  });

  it("refuse other words, other groupings and more than 10^13 fen", () => {
    for (const text of [
      "",
      "abc",
      "12,34.5",
      "1.234,56",
      "1 2 3 x",
      "1e5",
      "--1",
      "12.3.4",
      "约100",
      "NaN",
      "Infinity",
    ]) {
      expect(cleanFen(text), text).toBeUndefined();
      expect(cleanArea(text), text).toBeUndefined();
    }
    for (const cell of [null, true, Number.NaN, Number.POSITIVE_INFINITY, 1e21])
      expect(cleanFen(cell)).toBeUndefined();
    expect(cleanFen("100000000000.01")).toBeUndefined();
    expect(cleanFen("100000000000")).toBe(10_000_000_000_000);
  });
});
