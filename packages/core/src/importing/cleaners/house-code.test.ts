import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanBuilding, cleanHouseCode, cleanRoom, cleanUnit, housePlace } from "./house-code";

describe("houses", () => {
  it("give one form for buildings, units and rooms", () => {
    for (const cell of ["3栋", "3号楼", "3", 3, "三栋", "３号楼", "03幢", "第3栋", "3#", "Building 3"]) {
      expect(cleanBuilding(cell), String(cell)).toBe("3");
    }
    expect(["十栋", "十二栋", "二十一号楼", "A座", "a座", "东区3栋"].map(cleanBuilding)).toEqual([
      "10",
      "12",
      "21",
      "A",
      "A",
      "东区3",
    ]);
    for (const cell of ["1单元", "一单元", 1, "１", "01单元"]) expect(cleanUnit(cell)).toBe("1");
    for (const cell of ["402", 402, "402室", "４０２", "402号"]) expect(cleanRoom(cell)).toBe("402");
    expect(cleanRoom("0402")).toBe("0402");
    for (const cell of ["", null, 1.5, true, "x".repeat(21)]) expect(cleanRoom(cell)).toBeUndefined();
  });

  it("read a whole house from one cell", () => {
    const codes: Record<string, string> = {
      "1-1-402": "1-1-402",
      "1栋1单元402": "1-1-402",
      "1号楼一单元402室": "1-1-402",
      "1栋1-402": "1-1-402",
      "1栋402": "1-402",
      A座1203室: "A-1203",
      "1-402": "1-402",
      "１－１－４０２": "1-1-402",
    };
    for (const [written, code] of Object.entries(codes))
      expect(cleanHouseCode(written)?.code, written).toBe(code);
    for (const none of ["402", "", "1-2-3-4", "--", null, 402]) expect(cleanHouseCode(none)).toBeUndefined();
  });

  it("read their own codes back", () => {
    const number = fc.integer({ min: 1, max: 99 }).map(String);
    const room = fc.integer({ min: 101, max: 9999 }).map(String);
    fc.assert(
      fc.property(number, fc.option(number, { nil: "" }), room, (building, unit, name) => {
        const place = housePlace(building, unit, name);
        expect(cleanHouseCode(place.code)).toEqual(place);
        const words = `${building}号楼${unit && `${unit}单元`}${name}室`;
        expect(cleanHouseCode(words)).toEqual(place);
      }),
    );
  });
});
