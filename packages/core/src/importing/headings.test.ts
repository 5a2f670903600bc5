import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldsOf, type ImportKind } from "./fields";
import { changeMatching, missingFields, plainHeading, suggestMatching } from "./headings";
import { previewSheets } from "./located";
import { samplePath } from "./test-files";
import { readRows } from "./workbook";

describe("suggesting columns", () => {
  it("reads the sample's headings completely", async () => {
    const [first, ...others] = await previewSheets(
      "houses",
      readRows(samplePath("houses-and-residents.xlsx")),
    );
    expect(first).toMatchObject({ sheet: "翠湖花园", row: 4, rows: 301, missing: [] });
    expect(first?.matching).toEqual({
      building: 0,
      unit: 1,
      room: 2,
      area: 3,
      usage: 4,
      handoverDate: 5,
      status: 6,
      ownerName: 7,
      ownerPhone: 8,
      occupantName: 9,
      occupantPhone: 10,
      email: 11,
      keyCare: 12,
      price: 13,
    });
    expect(first?.first.map(({ row }) => row)).toEqual([5, 6, 7, 8, 9]);
    expect(others.map(({ sheet, row }) => [sheet, row])).toEqual([
      ["滨江一号", 4],
      ["金桥广场", 4],
      ["和悦里", 4],
    ]);
  });

  it("knows other words for them, Chinese and English", () => {
    expect(
      suggestMatching("houses", ["小区名称", "楼号*", "房间号", "计费面积(m²)", "业主", "手机号码", "备注"]),
    ).toEqual({
      project: 0,
      building: 1,
      room: 2,
      area: 3,
      ownerName: 4,
      ownerPhone: 5,
    });
    expect(
      suggestMatching("houses", [
        "Building",
        "Unit No.",
        "Room",
        "Area (sqm)",
        "Owner Name",
        "Phone",
        "E-mail",
      ]),
    ).toEqual({
      building: 0,
      unit: 1,
      room: 2,
      area: 3,
      ownerName: 4,
      ownerPhone: 5,
      email: 6,
    });
    expect(
      suggestMatching("arrears", [
        "小区",
        "房屋编号",
        "收费项目",
        "费用月份",
        "应收金额",
        "实收金额",
        "欠缴金额(元)",
      ]),
    ).toEqual({
      project: 0,
      house: 1,
      item: 2,
      period: 3,
      due: 4,
      paid: 5,
      outstanding: 6,
    });
    expect(
      suggestMatching("receipts", ["Date", "Payer", "Debit", "Credit", "Balance", "Description", "Flow No."]),
    ).toEqual({
      date: 0,
      payer: 1,
      amount: 3,
      remark: 5,
      flow: 6,
    });
    expect(
      suggestMatching("receipts", [
        "记账日期",
        "对方账号",
        "对方户名",
        "借方发生额",
        "贷方发生额",
        "余额",
        "附言",
        "交易流水号",
      ]),
    ).toEqual({
      date: 0,
      payer: 2,
      amount: 4,
      remark: 6,
      flow: 7,
    });
  });

  it("keeps the owner's and the occupant's columns apart", () => {
    expect(suggestMatching("houses", ["房号", "租赁人手机", "租户"])).toEqual({ room: 0, occupantName: 2 });
    expect(suggestMatching("houses", ["套内面积", "房屋状态", "单价"])).toEqual({ status: 1, price: 2 });
  });

  it("gives each field its own column, whatever the headings", () => {
    const words = fieldsOf("houses").flatMap(([, { names }]) => [...names]);
    const heading = fc.oneof(fc.constantFrom(...words), fc.string({ unit: "binary" }));
    fc.assert(
      fc.property(
        fc.array(heading, { maxLength: 30 }),
        fc.constantFrom<ImportKind>("houses", "arrears", "receipts"),
        (headings, kind) => {
          const columns: number[] = Object.values(suggestMatching(kind, headings));
          expect(new Set(columns).size).toBe(columns.length);
          for (const column of columns) expect(headings[column]).toBeDefined();
        },
      ),
    );
  });

  it("reads a label of every field as that field", () => {
    for (const kind of ["houses", "arrears", "receipts"] as const) {
      for (const language of ["zh", "en"] as const) {
        const fields = fieldsOf(kind);
        const matching = suggestMatching(
          kind,
          fields.map(([, field]) => field[language]),
        );
        expect(Object.entries(matching).sort()).toEqual(fields.map(([name], at) => [name, at]).sort());
      }
    }
  });

  it("is not slowed down by endless headings", () => {
    const started = performance.now();
    suggestMatching(
      "houses",
      Array.from({ length: 200 }, () => "(".repeat(32_767)),
    );
    // Looked at again from each bracket, they would take minutes.
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(plainHeading("建筑面积(㎡) *")).toBe("建筑面积");
  });
});

describe("changing a suggestion", () => {
  const suggested = suggestMatching("houses", ["楼栋", "房号", "面积", "电话"]);

  it("moves, takes over and takes away", () => {
    expect(changeMatching("houses", suggested, { room: 3 }, 4)).toEqual({ building: 0, room: 3, area: 2 });
    expect(changeMatching("houses", suggested, { building: null }, 4)).toEqual({
      room: 1,
      area: 2,
      ownerPhone: 3,
    });
    expect(missingFields("houses", changeMatching("houses", suggested, { area: null }, 4))).toEqual(["area"]);
  });

  it("ignores columns that are not there", () => {
    for (const column of [4, -1, 1.5, Number.NaN]) {
      expect(changeMatching("houses", suggested, { usage: column }, 4)).toEqual(suggested);
    }
  });
});
