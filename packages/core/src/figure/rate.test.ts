import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareRates,
  exactSum,
  formatDecimal,
  formatPercent,
  type Rate,
  rate,
  roundHalfUp,
  toNumber,
} from "./rate";

const money = fc.integer({ min: -(10 ** 15), max: 10 ** 15 });
const positive = fc.integer({ min: 1, max: 10 ** 15 });
const anyRate: fc.Arbitrary<Rate> = fc.record({ numerator: money, denominator: positive });

describe("rate", () => {
  it("has no figure without a denominator, whatever the numerator", () => {
    expect(rate(0, 0)).toBeNull();
    expect(rate(5, 0)).toBeNull();
    expect(rate(5, -3)).toBeNull();
    expect(rate(3, 4)).toEqual({ numerator: 3, denominator: 4 });
  });

  it("is 0 with a denominator and nothing counted", () => {
    expect(formatPercent(rate(0, 7))).toBe("0.0%");
  });

  it.each([
    [0.5, 1],
    [1, 0.5],
    [Number.NaN, 1],
    [1, Number.POSITIVE_INFINITY],
    [2 ** 53, 1],
    [1, 2 ** 53],
  ])("refuses %d ÷ %d, which doubles do not hold exactly", (numerator, denominator) => {
    expect(() => rate(numerator, denominator)).toThrow(RangeError);
  });
});

describe("exactSum", () => {
  it("adds whole numbers and refuses to lose one", () => {
    expect(exactSum([])).toBe(0);
    expect(exactSum([10 ** 15, -1, 3])).toBe(10 ** 15 + 2);
    expect(() => exactSum([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
    expect(() => exactSum([0.1])).toThrow(RangeError);
  });
});

describe("formatting", () => {
  it.each([
    [1, 3, 1, "33.3%"],
    [2, 3, 1, "66.7%"],
    [1, 1, 1, "100.0%"],
    [1, 8, 1, "12.5%"],
    [1, 8, 0, "13%"],
    [1, 16, 1, "6.3%"],
    [1, 16, 3, "6.250%"],
    [1, 200, 0, "1%"],
    [1, 2000, 1, "0.1%"],
    [1, 2001, 1, "0.0%"],
    [999_999, 1_000_000, 1, "100.0%"],
    [-1, 8, 0, "-13%"],
    [-1, 3000, 1, "0.0%"],
    [3, 2, 1, "150.0%"],
    // 1.005 % and 1.015 %: halves that binary fractions round the wrong way
    [201, 20_000, 2, "1.01%"],
    [203, 20_000, 2, "1.02%"],
    [999_999_999_999_999, 1_000_000_000_000_000, 13, "99.9999999999999%"],
  ])("%d ÷ %d to %d decimals is %s", (numerator, denominator, decimals, text) => {
    expect(formatPercent(rate(numerator, denominator), decimals)).toBe(text);
  });

  it("shows a dash where there is no figure", () => {
    expect(formatPercent(rate(1, 0))).toBe("—");
    expect(formatDecimal(rate(1, 0))).toBe("—");
  });

  it("shows scores as they are, short or long", () => {
    expect(formatDecimal(rate(420, 5))).toBe("84.0");
    expect(formatDecimal({ numerator: 10n ** 30n, denominator: 3n * 10n ** 29n }, 3)).toBe("3.333");
  });

  it.each([-1, 0.5, 16])("refuses %d decimals", (decimals) => {
    expect(() => formatPercent(rate(1, 2), decimals)).toThrow(RangeError);
  });

  it("never strays more than half of the last place from the fraction", () => {
    fc.assert(
      fc.property(anyRate, fc.integer({ min: 0, max: 6 }), (fraction, decimals) => {
        const shown = BigInt(formatPercent(fraction, decimals).replace(/[.%]/g, ""));
        const exact = BigInt(fraction.numerator) * 100n * 10n ** BigInt(decimals);
        const error = shown * BigInt(fraction.denominator) - exact;
        expect(2n * (error < 0n ? -error : error) <= BigInt(fraction.denominator)).toBe(true);
      }),
    );
  });

  it("shows the same for the same fraction in other terms", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 6 }),
        fc.integer({ min: 1, max: 10 ** 6 }),
        fc.integer({ min: 2, max: 10 ** 6 }),
        (n, d, k) => {
          expect(formatPercent(rate(n * k, d * k))).toBe(formatPercent(rate(n, d)));
        },
      ),
    );
  });
});

describe("roundHalfUp", () => {
  it.each([
    [1n, 2n, 1n],
    [3n, 2n, 2n],
    [-1n, 2n, -1n],
    [-3n, 2n, -2n],
    [1n, 3n, 0n],
    [2n, 3n, 1n],
  ])("%d ÷ %d is %d", (n, d, rounded) => expect(roundHalfUp(n, d)).toBe(rounded));
});

describe("toNumber", () => {
  it("is the nearest double of short fractions and within 1e-15 of long ones", () => {
    expect(toNumber({ numerator: 1, denominator: 3 })).toBe(1 / 3);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 6 }), fc.integer({ min: 1, max: 10 ** 6 }), (n, d) => {
        const long = toNumber({ numerator: BigInt(n), denominator: BigInt(d) });
        expect(Math.abs(long - n / d)).toBeLessThanOrEqual(1e-15 + (n / d) * 1e-15);
      }),
    );
  });
});

describe("compareRates", () => {
  it("tells apart money fractions that are one double", () => {
    const a = { numerator: 10 ** 15 - 2, denominator: 10 ** 15 - 1 };
    const b = { numerator: 10 ** 15 - 1, denominator: 10 ** 15 };
    expect(compareRates(a, b)).toBe(-1);
    expect(compareRates(b, a)).toBe(1);
    expect(compareRates(a, b, "descending")).toBe(1);
  });

  it("puts what has no figure last in both directions", () => {
    const rates = [null, rate(1, 2), rate(3, 4), null, rate(0, 9)];
    const texts = (order: "ascending" | "descending") =>
      rates.toSorted((a, b) => compareRates(a, b, order)).map((one) => formatPercent(one, 0));
    expect(texts("ascending")).toEqual(["0%", "50%", "75%", "—", "—"]);
    expect(texts("descending")).toEqual(["75%", "50%", "0%", "—", "—"]);
  });

  it("is antisymmetric and transitive, and equal only for equal fractions", () => {
    fc.assert(
      fc.property(anyRate, anyRate, anyRate, (a, b, c) => {
        expect(compareRates(a, b) + compareRates(b, a)).toBe(0);
        const [low, mid, high] = [a, b, c].toSorted((x, y) => compareRates(x, y));
        expect(compareRates(low ?? a, mid ?? a)).toBeLessThanOrEqual(0);
        expect(compareRates(mid ?? a, high ?? a)).toBeLessThanOrEqual(0);
        expect(compareRates(low ?? a, high ?? a)).toBeLessThanOrEqual(0);
        const equal =
          BigInt(a.numerator) * BigInt(b.denominator) === BigInt(b.numerator) * BigInt(a.denominator);
        expect(compareRates(a, b) === 0).toBe(equal);
      }),
    );
  });
});
