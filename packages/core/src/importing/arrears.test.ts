import { describe, expect, it } from "vitest";
import { type ArrearsOptions, readArrears } from "./arrears";
import type { Cell, SheetRow } from "./cell";
import { collected } from "./test-files";

async function read(
  rows: Cell[][],
  options?: ArrearsOptions,
  heads: Cell[] = ["项目", "房号", "费用项目", "账期", "应收", "已收", "欠费"],
) {
  const stream = (async function* (): AsyncGenerator<SheetRow> {
    for (const [at, cells] of [heads, ...rows].entries()) yield { sheet: "", row: at + 1, cells };
  })();
  return collected(readArrears(stream, options));
}

const reasonsOf = async (row: Cell[]) => {
  const [first] = await read([row]);
  return first?.kind === "refused" ? [first, ...first.others].map(({ reason }) => reason) : [];
};

describe("reading arrears", () => {
  it("agrees sums in fen, not in binary fractions", async () => {
    expect(await read([["甲", "1-1-101", "物业费", "2026-09", 0.3, 0.1, 0.2]])).toMatchObject([
      { kind: "arrears", dueFen: 30, paidFen: 10, outstandingFen: 20 },
    ]);
    expect(await reasonsOf(["甲", "1-1-101", "物业费", "2026-09", 0.3, 0.1, 0.21])).toEqual([
      "arrears_sum_wrong",
    ]);
  });

  it("names every problem", async () => {
    expect(await reasonsOf([null, "101", "水费", "7月", "x", "y", "z"])).toEqual([
      "project_missing",
      "house_code_invalid",
      "period_invalid",
      "money_invalid",
      "money_invalid",
    ]);
    expect(await reasonsOf(["甲", "1-101", "水费", "2026-07", "-5", "0", "-5"])).toEqual(["money_negative"]);
  });

  it("fills columns that a file leaves out from the others", async () => {
    expect(
      await read([["1-1-101", "2026年7月", "12.50"]], { project: "甲", item: "水费" }, [
        "房号",
        "月份",
        "欠费",
      ]),
    ).toEqual([
      {
        kind: "arrears",
        sheet: "",
        line: 2,
        project: "甲",
        houseCode: "1-1-101",
        item: "水费",
        period: "2026-07",
        dueFen: 1250,
        paidFen: 0,
        outstandingFen: 1250,
      },
    ]);
  });

  it("lets the first of a repeated house, item and month stand", async () => {
    const row = ["甲", "1-1-101", "物业费", "2026-07", "5", "0", "5"];
    const other = ["甲", "1栋1单元101", "物业费", "2026年7月", "6", "0", "6"];
    const water = ["甲", "1-1-101", "水费", "2026-07", "6", "0", "6"];
    const items = await read([row, other, water]);
    expect(items.map((item) => (item.kind === "refused" ? item.reason : item.outstandingFen))).toEqual([
      500,
      "arrears_repeated",
      600,
    ]);
  });
});
