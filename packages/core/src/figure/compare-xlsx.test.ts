import { expect, it } from "vitest";
import { asIfAt, isoNow } from "../clock";
import { readRows } from "../importing/index";
import { Work } from "../table/work";
import { mintTenant } from "../testing/tenant";
import { closeMonth } from "./closing";
import { compareXlsx } from "./compare-xlsx";
import { Grid } from "./grid";
import { families } from "./sheet";
import { gridOf, gridsWith, Sheet } from "./sheet.entity";

const year = "2026";

/** A project's sheet as the stream would have kept it. */
async function keep(firm: Awaited<ReturnType<typeof mintTenant>>) {
  const collection = new Grid(families.collection);
  for (const [column, fen] of [
    ["billed", 300_050],
    ["waived", 50],
    ["collectedInPeriod", 100_000],
  ] as const)
    collection.add("10", column, fen);
  const satisfaction = new Grid(families.satisfaction);
  for (const [column, answers] of [
    ["5", 24],
    ["2", 6],
    ["invited", 60],
    ["answered", 30],
  ] as const)
    satisfaction.add("10", column, answers);
  const work = new Work(firm.tenantId);
  work.create(Sheet, {
    ...{ scope: year, projectId: firm.projectId, asOf: isoNow() },
    ...gridsWith(
      undefined,
      new Map([
        ["collection", collection],
        ["satisfaction", satisfaction],
      ]),
    ),
  });
  await work.commit();
}

async function sheets(bytes: Uint8Array) {
  const rows: Record<string, unknown[][]> = {};
  for await (const { sheet, cells } of readRows(bytes)) rows[sheet] = [...(rows[sheet] ?? []), cells];
  return rows;
}

/** How the numbers of the first row are shown. */
async function formatsOf(bytes: Uint8Array) {
  const { default: Excel } = await import("exceljs");
  const book = new Excel.Workbook();
  await book.xlsx.load(Buffer.from(bytes).buffer);
  const row = book.worksheets[0]?.getRow(2);
  return Array.from({ length: row?.cellCount ?? 0 }, (_, at) => row?.getCell(at + 1).numFmt);
}

it("is a spreadsheet of numbers, with what they are made of beside them", async () => {
  const firm = await mintTenant();
  await keep(firm);
  const file = await firm.as("headquarters", () => compareXlsx({ period: "2026-10" }));
  expect(file.fileName).toBe("项目对比-2026-10.xlsx");
  const { "项目对比 2026-10": [headings = [], row = [], total = []] = [], 指标说明: definitions } =
    await sheets(file.bytes);
  const at = (heading: string) => row[headings.indexOf(heading)];
  expect(row[0]).toBe("翠湖花园");
  expect(total[0]).toBe("合计");
  expect(total.slice(1, 6)).toEqual(row.slice(1, 6));
  expect(at("满意率")).toBe(0.8);
  expect(at("满意率 · 有效答卷")).toBe(30);
  expect(at("95% 区间下限")).toBeCloseTo(0.627, 3);
  expect(at("满意度得分")).toBe(88);
  expect(at("答卷率")).toBe(0.5);
  expect(at("当期收费率")).toBeCloseTo(1 / 3, 10);
  expect(at("当期收费率 · 期末实收（元）")).toBe(1_000);
  expect(at("当期收费率 · 本期应收（元）")).toBe(3_000);
  expect(at("清欠率") ?? null).toBeNull();
  expect(at("报事")).toBe(0);
  const formats = await formatsOf(file.bytes);
  expect(formats.slice(1, 6)).toEqual(["0.0%", "0.0%", "0.0%", "#,##0", "#,##0"]);
  expect(formats[headings.indexOf("当期收费率 · 期末实收（元）")]).toBe("#,##0.00");
  expect(definitions?.some(([name]) => name === "清欠率")).toBe(true);
});

it("speaks the language asked for, and says where too few answered", async () => {
  const firm = await mintTenant();
  const work = new Work(firm.tenantId);
  const grid = new Grid(families.satisfaction);
  grid.add("10", "5", 3);
  const kept = { scope: year, projectId: firm.projectId, asOf: isoNow() };
  work.create(Sheet, { ...kept, ...gridsWith(undefined, new Map([["satisfaction", grid]])) });
  await work.commit();
  const file = await firm.as("headquarters", () => compareXlsx({ period: "2026-10", locale: "en" }));
  const { "Comparison 2026-10": [headings = [], row = []] = [] } = await sheets(file.bytes);
  expect(row[headings.indexOf("Satisfied rate")]).toBe("fewer than 5");
  expect(row[headings.indexOf("Satisfied rate · Valid answers")] ?? null).toBeNull();
});

it("has the closed months' figures as they were, and what has become of them on a sheet of its own", async () => {
  const firm = await mintTenant();
  await keep(firm);
  const closedAt = "2026-11-04T16:30:00.000Z";
  const close = () => closeMonth({ projectId: firm.projectId, month: "2026-10" });
  await asIfAt(closedAt, () => firm.as("finance", close));
  const open = await firm.as("finance", () => compareXlsx({ period: "2026-10", locale: "en" }));
  expect(Object.keys(await sheets(open.bytes))).toEqual(["Comparison 2026-10", "Corrections", "Definitions"]);
  const [sheet] = await firm.asSystem(() => Sheet.batch([{ scope: year, projectId: firm.projectId }]));
  const collection = gridOf(sheet, "collection");
  collection.add("10", "collectedInPeriod", 60_000);
  const work = new Work(firm.tenantId);
  if (sheet)
    work.patch(Sheet, sheet, {
      ...gridsWith(sheet, new Map([["collection", collection]])),
      closed: { 10: "2026-11-09" },
    });
  await work.commit();
  const file = await firm.as("finance", () => compareXlsx({ period: "2026-10" }));
  const { "项目对比 2026-10": [headings = [], row = []] = [], 更正: corrections = [] } = await sheets(
    file.bytes,
  );
  expect(row[headings.indexOf("当期收费率")]).toBeCloseTo(1 / 3, 10);
  expect([row[headings.indexOf("关账日期")], row[headings.indexOf("最近更正")]]).toEqual([
    "2026-11-05",
    "2026-11-09",
  ]);
  const line = ["当期收费率", "2026-11-05", "2026-11-09", 33.3, 53.3, 20, "%", 1_000, 3_000, 1_600, 3_000];
  expect(corrections.slice(1)).toEqual([
    ["翠湖花园", ...line],
    ["合计", ...line],
  ]);
});
