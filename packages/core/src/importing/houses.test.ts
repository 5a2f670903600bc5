import { describe, expect, it } from "vitest";
import type { Cell, SheetRow } from "./cell";
import { type HouseOptions, HouseSummary, readHouses } from "./houses";
import { collected } from "./test-files";

const headings = [
  "楼栋",
  "单元",
  "房号",
  "面积",
  "业主姓名",
  "业主电话",
  "租户姓名",
  "租户电话",
  "邮箱",
  "单价",
  "交房日期",
];

async function read(rows: Cell[][], options?: HouseOptions, sheet = "翠湖花园", heads: Cell[] = headings) {
  const stream = (async function* (): AsyncGenerator<SheetRow> {
    for (const [at, cells] of [heads, ...rows].entries()) yield { sheet, row: at + 1, cells };
  })();
  return collected(readHouses(stream, options));
}

const reasons = async (row: Cell[]) => {
  const [first] = await read([row]);
  if (first?.kind !== "refused") return [];
  return [first, ...first.others].map(({ column, reason, value }) => [column, reason, value]);
};

describe("reading houses", () => {
  it("names every problem of a row at once, each with its column and value", async () => {
    expect(
      await reasons([
        null,
        "x".repeat(30),
        "",
        "很大",
        "李超",
        "1390000",
        null,
        "13910236000",
        "no-mail",
        "贵",
        "2023-13-40",
      ]),
    ).toEqual([
      ["楼栋", "building_missing", ""],
      ["房号", "room_missing", ""],
      ["单元", "unit_invalid", "x".repeat(30)],
      ["面积", "area_unreadable", "很大"],
      ["交房日期", "handover_date_not_real", "2023-13-40"],
      ["业主电话", "owner_phone_invalid", "1390000"],
      ["租户姓名", "occupant_name_missing", ""],
      ["邮箱", "email_invalid", "no-mail"],
      ["单价", "price_invalid", "贵"],
    ]);
  });

  it("refuses areas that are missing, zero, negative or absurd", async () => {
    expect(await reasons(["1", 1, 101, null])).toEqual([["面积", "area_missing", ""]]);
    expect(await reasons(["1", 1, 101, 0])).toEqual([["面积", "area_not_positive", "0"]]);
    expect(await reasons(["1", 1, 101, "-12㎡"])).toEqual([["面积", "area_not_positive", "-12㎡"]]);
    expect(await reasons(["1", 1, 101, 1e9])).toEqual([["面积", "area_unreadable", "1000000000"]]);
  });

  it("refuses phones and mail addresses of nobody", async () => {
    expect(await reasons(["1", 1, 101, 88, null, "13910236000"])).toEqual([
      ["业主姓名", "owner_name_missing", ""],
    ]);
    expect(await reasons(["1", 1, 101, 88, null, null, null, null, "a@example.com"])).toEqual([
      ["业主姓名", "owner_name_missing", ""],
    ]);
  });

  it("lets the first good row of a house stand, also against a refused one before it", async () => {
    const items = await read([
      ["1栋", 1, 101, -1],
      ["1号楼", "1单元", "101", 88],
      [1, "一单元", "101室", 90],
    ]);
    expect(items.map((item) => (item.kind === "house" ? item.house.areaHundredths : item.reason))).toEqual([
      "area_not_positive",
      8800,
      "house_repeated",
    ]);
    expect(items[2]).toMatchObject({ row: 4, code: "1-1-101", column: "房号", value: "101室" });
  });

  it("takes houses without units, and whole codes in one column", async () => {
    const [house] = await read([["A座", null, 1203, 88]]);
    expect(house).toMatchObject({ house: { building: "A", unit: "", room: "1203", code: "A-1203" } });
    const items = await read(
      [
        ["1-2-402", 88],
        ["402", 88],
      ],
      {},
      "翠湖花园",
      ["房号", "面积"],
    );
    expect(items[0]).toMatchObject({ house: { code: "1-2-402" } });
    expect(items[1]).toMatchObject({ reason: "building_missing" });
  });

  it("takes the project from its column, else the sheet, else the caller, else refuses", async () => {
    const heads = ["项目", "楼栋", "房号", "面积"];
    const project = async (cell: Cell, sheet: string, given?: string) =>
      (await read([[cell, 1, 101, 88]], { project: given }, sheet, heads))[0];
    expect(await project("甲", "乙", "丙")).toMatchObject({ project: "甲" });
    expect(await project(null, "乙", "丙")).toMatchObject({ project: "乙" });
    for (const unnamed of ["", "Sheet1", "工作表 2"]) {
      expect(await project(null, unnamed, "丙")).toMatchObject({ project: "丙" });
    }
    expect(await project(null, "")).toMatchObject({ reason: "project_missing", column: "项目" });
  });

  it("follows a person's changes to the columns, of one sheet or of all", async () => {
    const heads = ["甲", "乙", "丙"];
    const rows = [["1栋", "101", 88]];
    const change = { building: 0, room: 1, area: 2 };
    expect(await read(rows, { changes: { "*": change } }, "翠湖花园", heads)).toMatchObject([
      { house: { code: "1-101" } },
    ]);
    expect(await read(rows, { changes: { 翠湖花园: change } }, "翠湖花园", heads)).toMatchObject([
      { kind: "house" },
    ]);
    expect(await read(rows, { changes: { 别的: change } }, "翠湖花园", heads)).toMatchObject([
      { reason: "headings_missing" },
    ]);
  });

  it("refuses a sheet as a whole when required columns are missing", async () => {
    expect(
      await read(
        [
          [1, 1],
          [2, 2],
        ],
        {},
        "翠湖花园",
        ["楼栋", "单元"],
      ),
    ).toMatchObject([{ kind: "refused", row: 1, reason: "columns_missing", value: "room, area", cells: [] }]);
  });
});

describe("the summary of houses", () => {
  it("counts a person of several houses once a project, and one without phone at each house", async () => {
    const summary = new HouseSummary();
    const items = await read([
      ["1", 1, 101, 10.01, "李超", "13910236000"],
      ["1", 1, 102, 20.02, "李超", "139-1023-6000"],
      ["1", 1, 103, 30.03, "王芳", null, "李超", "13910236000"],
      ["1", 1, 104, 40.04, "王芳", null],
    ]);
    for (const item of items) if (item.kind === "house") summary.add(item);
    expect(summary.projects.get("翠湖花园")).toEqual({ houses: 4, people: 3, areaHundredths: 10_010 });
  });
});
