import { expect, test } from "vitest";
import { internationalPhone, readablePhone } from "./phone";

test.each([
  ["138 0000 1111", "+8613800001111"],
  ["１３８-００００-１１１１", "+8613800001111"],
  ["+86 138 0000 1111", "+8613800001111"],
  ["0086 13800001111", "+8613800001111"],
  ["021-5555 1234", "+862155551234"],
  ["+852 9123 4567", "+85291234567"],
  ["12345", undefined],
  ["call me", undefined],
  ["", undefined],
])("%s is kept as %s", (typed, kept) => expect(internationalPhone(typed)).toBe(kept));

test("a mobile number is read in groups, others stay as they are", () => {
  expect(readablePhone("+8613800001111")).toBe("138 0000 1111");
  expect(readablePhone("+85291234567")).toBe("+85291234567");
});
