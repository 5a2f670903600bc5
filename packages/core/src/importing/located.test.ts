import { describe, expect, it } from "vitest";
import type { Cell, SheetRow } from "./cell";
import { findHeadings } from "./headings";
import { locate, previewSheets } from "./located";
import { collected } from "./test-files";

const rowsOf = (sheet: string, ...rows: Cell[][]): SheetRow[] =>
  rows.flatMap((cells, at) => (cells.length > 0 ? [{ sheet, row: at + 1, cells }] : []));
const stream = (...rows: SheetRow[]) =>
  (async function* () {
    yield* rows;
  })();

describe("finding the headings", () => {
  const heads = ["楼栋", "房号", "建筑面积"];

  it("passes over titles, dates and notes, wherever they stand", () => {
    const title: Cell[] = ["翠湖花园房屋信息登记表(含房号、面积)"];
    expect(findHeadings("houses", rowsOf("a", title, ["日期:2026-10-31"], [], heads))).toBe(2);
    expect(findHeadings("houses", rowsOf("a", heads, ["1栋", "101", 88]))).toBe(0);
  });

  it("takes a row of unknown words, for a person to match, but never a row of data", () => {
    expect(findHeadings("houses", rowsOf("a", ["标题"], ["甲", "乙", "丙"], ["x1", 1, 2]))).toBe(1);
    expect(findHeadings("houses", rowsOf("a", ["1栋", "101", 88.5], ["1栋", "102", 90]))).toBe(-1);
  });

  it("skips blank rows, totals and repeated headings in silence", async () => {
    const rows = rowsOf(
      "a",
      heads,
      ["1栋", "101", 88],
      [],
      [" ", null, ""],
      heads,
      ["1栋", "102", 90],
      ["小 计", null, 178],
      ["合计", null, "2户"],
    );
    const data = (await collected(locate("houses", stream(...rows)))).flatMap((one) => one.data?.row ?? []);
    expect(data).toEqual([2, 6]);
  });

  it("looks for them in each sheet by itself", async () => {
    const rows = [
      ...rowsOf("a", heads, ["1", "101", 88]),
      ...rowsOf("b", ["表"], ["面积", "房号"], [70, "201"]),
    ];
    const previews = await previewSheets("houses", stream(...rows));
    expect(previews.map(({ sheet, row, rows, matching }) => ({ sheet, row, rows, matching }))).toEqual([
      { sheet: "a", row: 1, rows: 1, matching: { building: 0, room: 1, area: 2 } },
      { sheet: "b", row: 2, rows: 1, matching: { area: 0, room: 1 } },
    ]);
  });

  it("refuses a file without rows or without any headings", async () => {
    await expect(previewSheets("houses", stream())).rejects.toMatchObject({ fault: "empty" });
    const numbers = rowsOf("a", [1, 2, 3], [4, 5, 6]);
    await expect(previewSheets("houses", stream(...numbers))).rejects.toMatchObject({ fault: "no_headings" });
  });
});
