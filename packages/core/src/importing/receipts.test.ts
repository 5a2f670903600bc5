import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cell, SheetRow } from "./cell";
import { type KnownHouse, ReceiptMatcher } from "./match";
import { readReceipts } from "./receipts";
import { mentions } from "./remark";
import { collected } from "./test-files";

async function read(...rows: Cell[][]) {
  const stream = (async function* (): AsyncGenerator<SheetRow> {
    const heads = ["交易日期", "对方户名", "收入金额", "摘要", "流水号"];
    for (const [at, cells] of [heads, ...rows].entries()) yield { sheet: "", row: at + 1, cells };
  })();
  return collected(readReceipts(stream));
}

describe("reading receipts", () => {
  const row = ["2026-10-31", "李超", "1,117.42", "转账", "2026100000000001"];

  it("counts the same flow number once, and refuses it with other content", async () => {
    const again = ["2026/10/31", "李超", 1117.42, " 转账 ", "2026100000000001"];
    const other = ["2026-10-31", "李超", "1,117.43", "转账", "2026100000000001"];
    expect(await read(row, again, other)).toMatchObject([
      { kind: "receipt", line: 2, amountFen: 111_742, date: "2026-10-31" },
      { kind: "repeated", line: 3, firstLine: 2 },
      { kind: "refused", row: 4, reason: "flow_conflict" },
    ]);
  });

  it("refuses payments out, missing and mangled flow numbers, days that do not exist", async () => {
    const items = await read(
      ["2026-10-31", "x", "-5.00", "", "1"],
      ["2026-10-31", "x", 5, "", null],
      ["2026-10-31", "x", 5, "", 2.026e21],
      ["2026-02-30", "x", "abc", "", "4"],
    );
    expect(
      items.map((item) =>
        item.kind === "refused" ? [item.reason, ...item.others.map(({ reason }) => reason)] : [],
      ),
    ).toEqual([
      ["amount_not_positive"],
      ["flow_missing"],
      ["flow_missing"],
      ["receipt_date_not_real", "money_invalid"],
    ]);
  });
});

describe("houses named in remarks", () => {
  it("are found in words and in numbers", () => {
    expect(mentions("翠湖花园1栋1单元102物业费")).toEqual([{ building: "1", unit: "1", room: "102" }]);
    expect(mentions("1-1-203 10月")).toEqual([{ building: "1", unit: "1", room: "203" }]);
    expect(mentions("交3号楼402室10月物业费")).toEqual([{ building: "3", room: "402" }]);
    expect(mentions("A座1203")).toEqual([{ building: "A", room: "1203" }]);
    expect(mentions("３栋２单元１０１")).toEqual([{ building: "3", unit: "2", room: "101" }]);
    expect(mentions("1-1-101和1-1-102")).toHaveLength(2);
  });

  it("are not dates, months, amounts or account numbers", () => {
    for (const remark of [
      "转账",
      "2026-10-31",
      "2026-10 物业费",
      "2026年10月物业费",
      "10月",
      "308.95元",
      "6222-0212-3456-7890",
      "139-1023-6000",
    ]) {
      expect(mentions(remark), remark).toEqual([]);
    }
  });

  it("are looked for in any text without fault", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 100 }), (text) => {
        for (const { building, room } of mentions(text)) expect(building && room).not.toBe("");
      }),
    );
  });
});

describe("matching receipts", () => {
  const house = (project: string, code: string, owner: string, fen: number): KnownHouse => ({
    project,
    code,
    owners: [owner],
    expectedFen: [fen],
  });
  const garden = house("翠湖花园", "1-1-101", "李超", 10_000);
  const gardenTwo = house("翠湖花园二期", "1-1-101", "王芳", 10_000);
  const river = house("滨江一号", "1-1-101", "赵军", 20_000);
  const riverOther = house("滨江一号", "1-2-101", "赵军", 30_000);
  const matcher = new ReceiptMatcher([garden, gardenTwo, river, riverOther]);
  const match = (remark: string, payer = "某人", amountFen = 1) =>
    matcher.match({ remark, payer, amountFen });

  it("takes project and house by name, the longest project name first", () => {
    expect(match("翠湖花园1栋1单元101物业费")).toEqual({ kind: "matchable", house: garden });
    expect(match("翠湖花园二期1-1-101")).toEqual({ kind: "matchable", house: gardenTwo });
    expect(match("翠 湖 花 园 １－１－１０１")).toEqual({ kind: "matchable", house: garden });
  });

  it("leaves a house that stands in several projects to a person, the likeliest first", () => {
    const found = match("1-1-101 10月", "赵军", 20_000);
    expect(found.kind).toBe("ambiguous");
    const suggestions = found.kind === "matchable" ? [] : found.suggestions;
    expect(suggestions.map(({ house: { project, code }, signs }) => [project, code, signs])).toEqual([
      ["滨江一号", "1-1-101", ["remark", "payer", "amount"]],
      ["翠湖花园", "1-1-101", ["remark"]],
      ["翠湖花园二期", "1-1-101", ["remark"]],
      ["滨江一号", "1-2-101", ["payer"]],
    ]);
  });

  it("does not guess a unit, nor which of two named houses", () => {
    expect(match("滨江一号1栋101")).toMatchObject({
      kind: "ambiguous",
      suggestions: [{ house: river }, { house: riverOther }],
    });
    expect(match("滨江一号1-1-101和1-2-101")).toMatchObject({ kind: "ambiguous" });
  });

  it("calls nothing matchable that names no project, even if one house fits", () => {
    expect(match("1-2-101 10月")).toMatchObject({ kind: "ambiguous", suggestions: [{ house: riverOther }] });
  });

  it("suggests by payer and amount where the remark names nothing that is known", () => {
    expect(match("转账", "赵军", 30_000)).toMatchObject({
      kind: "unmatched",
      suggestions: [
        { house: riverOther, signs: ["payer", "amount"] },
        { house: river, signs: ["payer"] },
      ],
    });
    expect(match("滨江一号9-9-999", "某人", 5)).toEqual({ kind: "unmatched", suggestions: [] });
  });
});
