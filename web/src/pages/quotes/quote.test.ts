import { expect, test } from "vitest";
import { amountOf, parseQuantity, quantityText, totalOf, withOneMore } from "./quote";

const price = {
  ...{
    code: "tap",
    part: "labour" as const,
    names: { "zh-CN": "换水龙头", en: "Tap" },
    unit: "piece" as const,
  },
  ...{ unitFen: 3_000, materialExtra: true, disabled: false, own: false, holds: true },
};

test.each([
  ["1", 100],
  ["1.5", 150],
  ["0.05", 5],
  ["１２．５", 1_250],
  ["9999.99", 999_999],
  ["0", undefined],
  ["-1", undefined],
  ["1.234", undefined],
  ["一", undefined],
  ["", undefined],
])("%s is a quantity of %s hundredths", (typed, hundredths) => {
  expect(parseQuantity(typed)).toBe(hundredths);
  if (hundredths !== undefined) expect(parseQuantity(quantityText(hundredths))).toBe(hundredths);
});

test("half a fen counts as one", () => {
  expect(amountOf({ unitFen: 333, hundredths: 150 })).toBe(500);
  expect(amountOf({ unitFen: 1, hundredths: 49 })).toBe(0);
});

test("pressing a price twice makes two of it", () => {
  const once = withOneMore([], price, "换水龙头");
  const twice = withOneMore(once, price, "换水龙头");
  expect(twice).toMatchObject([{ code: "tap", hundredths: 200 }]);
  expect(totalOf(twice)).toBe(6_000);
});
