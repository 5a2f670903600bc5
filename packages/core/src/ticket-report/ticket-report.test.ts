import { beforeAll, describe, expect, it } from "vitest";
import { asIfAt, plus } from "../clock";
import { withActor } from "../context";
import { recordPayment } from "../fee/index";
import { compare } from "../figure/compare";
import { recount } from "../figure/recount";
import { readRows } from "../importing/index";
import { asHolder, tap } from "../quote/cast.testing";
import { answerQuote, makeQuote } from "../quote/index";
import { type Cast, mintCast, report } from "../ticket/cast.testing";
import { assignTicket, completeTicket, recordMaterials, voidTicket } from "../ticket/index";
import { ticketIn } from "../ticket/made.testing";
import { rowOf } from "./columns";
import { ticketReportPdf, ticketReportXlsx } from "./index";
import { reportPdf } from "./pdf";

/** Half an hour before November begins in Shanghai, and half an hour after. */
const october = "2026-10-31T15:30:00.000Z";
const november = "2026-10-31T16:30:00.000Z";
let cast: Cast;
let numbers: Record<"before" | "open" | "done" | "elsewhere", string>;

beforeAll(async () => {
  cast = await mintCast();
  const at = async (moment: string, more: Parameters<typeof report>[1] = {}) =>
    asIfAt(moment, () => report(cast, more));
  const before = await at(october);
  const open = await at(november, { words: "=HYPERLINK(1) 门禁坏了" });
  const done = await at(plus(november, { hours: 1 }));
  const void_ = await at(plus(november, { hours: 2 }));
  const elsewhere = await at(plus(november, { days: 3 }), {
    projectId: cast.other.projectId,
    houseId: cast.foreign,
    reporter: { name: "赵六" },
  });
  const finish = (ticketId: string, paid: boolean, moment: string) =>
    asIfAt(moment, async () => {
      const asFirm = <T>(body: () => T) => withActor(cast.headquarters, body);
      if (paid) {
        const quote = await asFirm(() => makeQuote({ ticketId, lines: tap, send: true }));
        await asHolder(cast, quote, () => answerQuote({ agree: true }));
      }
      await asFirm(() => assignTicket({ ticketId, trade: "engineering" }));
      await asFirm(() => completeTicket({ ticketId, note: "换了锁芯", paid }));
      const cylinder = { name: "锁芯", unit: "piece" as const, hundredths: 100, unitFen: 8_000 };
      const grease = { name: "润滑油", unit: "tube" as const, hundredths: 50, unitFen: 2_501 };
      await asFirm(() => recordMaterials({ ticketId, order: 1, materials: [cylinder, grease] }));
    });
  await finish(done.ticketId, false, plus(november, { hours: 5 }));
  await finish(before.ticketId, true, plus(november, { hours: 6 }));
  await withActor(cast.headquarters, () => voidTicket({ ticketId: void_.ticketId, note: "误报" }));
  await recount(cast.tenantId, { repair: true });
  numbers = {
    ...{ before: before.number, open: open.number, done: done.number, elsewhere: elsewhere.number },
  };
});

type Asked = Parameters<typeof ticketReportXlsx>[0];
const taken = (asked: Partial<Asked> = {}, actor = cast.headquarters) =>
  asIfAt("2026-11-21T02:00:00.000Z", () =>
    withActor(actor, () => ticketReportXlsx({ month: "2026-11", ...asked })),
  );

/** The tickets of a report, each by its headings; and the figures on the second sheet. */
async function read(asked: Partial<Asked> = {}, actor = cast.headquarters) {
  const sheets = new Map<string, unknown[][]>();
  for await (const { sheet, cells } of readRows((await taken(asked, actor)).bytes))
    sheets.set(sheet, [...(sheets.get(sheet) ?? []), cells]);
  const [[headings = [], ...lines] = [], figures = []] = [...sheets.values()];
  const rows = lines.map((cells) =>
    Object.fromEntries(headings.map((name, at) => [name, cells[at] ?? null])),
  );
  return { rows, figures: Object.fromEntries(figures.slice(1).map(([name, value]) => [name, value])) };
}
const of = (number: string, { rows }: Awaited<ReturnType<typeof read>>) =>
  rows.find((row) => (row.单号 ?? row.Number) === number);

describe("the monthly ticket report", () => {
  it("has a row for each ticket of the local month and none for void ones, as many as the figure says", async () => {
    const report = await read();
    expect(report.rows.map((row) => row.单号).sort()).toEqual(
      [numbers.open, numbers.done, numbers.elsewhere].sort(),
    );
    expect(report.figures.报事).toBe("3");
    expect((await read({ month: "2026-10" })).rows.map((row) => row.单号)).toEqual([numbers.before]);
  });

  it("says of each who, what, when and how it ended, and a formula is plain text", async () => {
    const report = await read();
    expect(of(numbers.done, report)).toMatchObject({
      ...{
        项目: "翠湖花园",
        房号: "3-1-502",
        报事人: "王芳",
        类型: "报修",
        类别: "漏水、渗水",
        渠道: "电话",
      },
      ...{ 登记时间: "2026-11-01 01:30", 完成时间: "2026-11-01 05:30", 完成及时: "是", 处理结果: "换了锁芯" },
      ...{ 有偿: "否", 满意: null, 状态: "待回访" },
      ...{ 实际用料: "锁芯 1 个; 润滑油 0.5 支", "实际用料金额（元）": 92.51 },
    });
    expect(of(numbers.open, report)).toMatchObject({
      ...{ 响应及时: "否", 完成及时: "否", 完成时间: null, 状态: "待派工" },
      ...{ 实际用料: null, "实际用料金额（元）": null },
      事由: expect.stringContaining("HYPERLINK"),
    });
    expect(of(numbers.done, await read({ locale: "en" }))).toMatchObject({
      ...{ Kind: "Repair", Category: "Leak or damp", "Completed on time": "yes", State: "To call back" },
    });
  });

  it("lists paid services by when they were done, with what was agreed to, charged and paid", async () => {
    const { rows, figures } = await read({ list: "paid" });
    expect(rows).toMatchObject([
      {
        ...{ 单号: numbers.before, 房号: "3-1-502", 类别: "漏水、渗水", 处理人: expect.any(String) },
        ...{ 服务与材料明细: "更换水龙头 1 个; 水龙头 1 个", 实际用料: "锁芯 1 个; 润滑油 0.5 支" },
        ...{ "人工费（元）": 30, "材料费（元）": 60, "合计（元）": 90 },
        ...{ 同意方式: "链接", 同意时间: "2026-11-01 06:30", 同意人: "王芳" },
        ...{ 账单号: expect.stringMatching(/^ZD202611-/), 付款情况: "未付", "未付（元）": 90 },
      },
    ]);
    expect(figures).toMatchObject({ 有偿服务件数: "1", 有偿服务合计: "¥90.00", 未付合计: "¥90.00" });
    expect((await read({ list: "paid", month: "2026-10" })).rows).toEqual([]);
    expect((await taken({ list: "paid" })).fileName).toBe("有偿服务清单-2026-11.xlsx");
    const pay = (amount: number) =>
      withActor(cast.cashier, () => recordPayment({ houseId: cast.house, method: "cash", amount }));
    const payment = async () => {
      const [row] = (await read({ list: "paid", locale: "en" })).rows;
      return [row?.Payment, row?.["Open (¥)"], row?.["Work and materials"]];
    };
    await pay(4_050);
    expect(await payment()).toEqual(["partly", 49.5, "Change a tap 1 piece; Tap 1 piece"]);
    await pay(4_950);
    expect(await payment()).toEqual(["paid", 0, "Change a tap 1 piece; Tap 1 piece"]);
  });

  it("keeps to the projects its reader works in", async () => {
    const { manager, other } = cast;
    expect((await read({}, manager)).rows.map((row) => row.单号).sort()).toEqual(
      [numbers.open, numbers.done].sort(),
    );
    const own = await read({ projectId: other.projectId });
    expect([own.rows.map((row) => row.单号), own.figures.报事]).toEqual([[numbers.elsewhere], "1"]);
    const foreign = taken({ projectId: other.projectId }, manager);
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
    await expect(taken({}, cast.desk)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("comes on paper too, on as many sheets as it takes and always the same", async () => {
    const print = (list: "all" | "paid" = "all") =>
      asIfAt("2026-11-21T02:00:00.000Z", () =>
        withActor(cast.headquarters, () => ticketReportPdf({ month: "2026-11", list })),
      );
    const [one, same, paid] = [await print(), await print(), await print("paid")];
    expect(paid).toMatchObject({ fileName: "有偿服务清单-2026-11.pdf", contentType: "application/pdf" });
    expect(one).toMatchObject({ fileName: "报事月报-2026-11.pdf", contentType: "application/pdf" });
    expect(Buffer.from(one.bytes.subarray(0, 5)).toString()).toBe("%PDF-");
    expect(Buffer.compare(Buffer.from(one.bytes), Buffer.from(same.bytes))).toBe(0);
  });
});

describe("a report on paper", () => {
  const line = ticketIn("completed", { words: "很长的事由".repeat(60), createdAt: november });
  const setting = {
    locale: "zh-CN",
    zone: "Asia/Shanghai",
    categories: [],
    projectName: "翠湖花园",
  } as const;
  const row = rowOf(line, [], { ...setting, now: november });
  const pagesOf = async (rows: number) => {
    const { service } = (await withActor(cast.headquarters, () => compare({ period: "2026-11" }))).total;
    const bytes = await reportPdf({
      ...{
        month: "2026-11",
        list: "all",
        locale: "zh-CN",
        zone: setting.zone,
        firm: "阳光物业",
        at: november,
      },
      ...{ rows: Array<typeof row>(rows).fill(row), service },
    });
    return Buffer.from(bytes)
      .toString("latin1")
      .match(/\/Type \/Page\b(?!s)/g)?.length;
  };

  it("runs over to further sheets, one line a ticket however long its words", async () => {
    expect(await pagesOf(0)).toBe(1);
    expect(await pagesOf(20)).toBe(1);
    expect(await pagesOf(100)).toBe(4);
  });
});
