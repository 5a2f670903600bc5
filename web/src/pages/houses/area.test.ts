import { expect, test } from "vitest";
import { areaText, parseArea } from "./area";

test.each([
  ["89.5", 8950],
  ["89", 8900],
  ["0.01", 1],
  ["１２０．３５", 12035],
  ["1,024.00", 102400],
  ["1000000", 100_000_000],
  ["1000000.01", undefined],
  ["0", undefined],
  ["89.555", undefined],
  ["-3", undefined],
  ["1e3", undefined],
  ["", undefined],
])("%s m² are %s", (typed, hundredths) => expect(parseArea(typed)).toBe(hundredths));

test.each([1, 8950, 12035, 8900])("%i hundredths are read back as they are written", (hundredths) => {
  expect(parseArea(areaText(hundredths))).toBe(hundredths);
});
