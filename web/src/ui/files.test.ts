import { expect, test } from "vitest";
import { faultOf } from "./fileCheck";
import { fitWithin } from "./shrinkPhoto";

const rules = { extensions: [".xlsx", ".csv"], maxBytes: 1000 };

test.each([
  ["houses.XLSX", 10, null],
  ["houses.csv", 1000, null],
  ["houses.csv", 1001, "tooLarge"],
  ["houses.csv", 0, "empty"],
  ["houses.xls", 10, "wrongType"],
  ["csv", 10, "wrongType"],
])("%s of %i bytes: %s", (name, size, expected) => {
  expect(faultOf({ name, size }, rules)).toBe(expected);
});

test.each([
  [4000, 3000, { width: 1600, height: 1200 }],
  [3000, 4000, { width: 1200, height: 1600 }],
  [800, 600, { width: 800, height: 600 }],
  [100_000, 10, { width: 1600, height: 1 }],
])("a photo of %i × %i is sent as %o", (width, height, expected) => {
  expect(fitWithin(width, height, 1600)).toEqual(expected);
});
