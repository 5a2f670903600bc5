import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { timesHundredths } from "../money";
import { listOf } from "../price-list/list";
import { seeds } from "../price-list/seed";
import { lineInput, lineSchema, linesBy, totalOf } from "./line";

const list = listOf([]);
const on = "2026-11-21";
const hundredths = fc.integer({ min: 1, max: 999_999 });
const unitFen = fc.integer({ min: 0, max: 10_000_000 });
const given = fc.oneof(
  fc.record({ code: fc.constantFrom(...seeds.map(({ code }) => code)), hundredths }),
  fc.record({
    name: fc.constantFrom("膨胀螺丝", "胶垫"),
    unit: fc.constant("piece" as const),
    hundredths,
    unitFen,
  }),
);

describe("the lines of a quote", () => {
  it("come to whole fen, each rounded half up, and their sum is the total", () => {
    fc.assert(
      fc.property(fc.array(given, { minLength: 1, maxLength: 30 }), (lines) => {
        const made = linesBy(list, on, lines);
        for (const line of made) {
          expect(lineSchema.safeParse(line).success).toBe(true);
          // Exact: n fen hundredths make n / 100 fen, and half a fen rounds up.
          const exact = BigInt(line.unitFen) * BigInt(line.hundredths);
          const [low, high] = [BigInt(line.amount) * 100n - 50n, BigInt(line.amount) * 100n + 50n];
          expect(low <= exact && exact < high).toBe(true);
        }
        const whole = made.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
        expect(BigInt(totalOf(made))).toBe(whole);
        expect(totalOf(made, "labour") + totalOf(made, "material")).toBe(totalOf(made));
        expect(Number.isSafeInteger(totalOf(made))).toBe(true);
      }),
    );
  });

  it.each([
    [1, 50, 1],
    [1, 49, 0],
    [333, 150, 500],
    [1_250, 33, 413],
    [0, 999_999, 0],
  ])("%i fen × %i hundredths are %i fen", (price, quantity, amount) => {
    expect(timesHundredths(price, quantity)).toBe(amount);
  });

  it("cost what the price list says today, whatever is asked", () => {
    const [line] = linesBy(list, on, [{ code: "waterPipe", hundredths: 250 }]);
    expect(line).toMatchObject({ part: "labour", unit: "metre", unitFen: 3_000, amount: 7_500 });
    expect(lineInput.safeParse({ code: "tap", hundredths: 100, unitFen: 1 }).success).toBe(false);
    const disabled = list.map((one) => ({ ...one, disabled: one.code === "tap" }));
    expect(() => linesBy(disabled, on, [{ code: "tap", hundredths: 100 }])).toThrow(
      expect.objectContaining({ code: "bad_request", field: "lines.0.code" }),
    );
  });
});
