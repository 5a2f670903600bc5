import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cell } from "../cell";
import {
  cleanArea,
  cleanBuilding,
  cleanDate,
  cleanFen,
  cleanHouseCode,
  cleanPeople,
  cleanPeriod,
  cleanPhone,
  cleanRoom,
  cleanUnit,
  tidy,
} from "../clean";

/** Letters that mean something to a cleaner, so that random texts come near to what it reads. */
const telling = fc.array(fc.constantFrom(..."0123789AB栋幢号楼座单元室一十第年月日-./#+()元,￥ ８"), {
  maxLength: 14,
});
const anyCell = fc.oneof(
  telling.map((letters) => letters.join("")),
  fc.string({ unit: "binary" }),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
);
describe("every cleaner", () => {
  const cleaners = {
    cleanArea,
    cleanBuilding,
    cleanDate,
    cleanFen,
    cleanHouseCode,
    cleanPeriod,
    cleanPhone,
    cleanRoom,
    cleanUnit,
  };

  it("gives a value or undefined for whatever stands in a cell, and never throws", () => {
    fc.assert(
      fc.property(anyCell, anyCell, (cell: Cell, other: Cell) => {
        for (const clean of Object.values(cleaners)) clean(cell);
        cleanPeople(cell, other, "owner");
      }),
    );
  });

  it("leaves its own results as they are", () => {
    fc.assert(
      fc.property(anyCell, (cell: Cell) => {
        for (const clean of [cleanBuilding, cleanDate, cleanPeriod, cleanPhone, cleanRoom, cleanUnit, tidy]) {
          const once = clean(cell);
          if (once !== undefined) expect(clean(once)).toBe(once);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it("reads the code of every house that it reads, again to that code", () => {
    fc.assert(
      fc.property(anyCell, (cell: Cell) => {
        const code = cleanHouseCode(cell)?.code;
        if (code !== undefined) expect(cleanHouseCode(code)?.code).toBe(code);
      }),
      { numRuns: 5000 },
    );
  });
});
