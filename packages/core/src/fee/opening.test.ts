import { readFile } from "node:fs/promises";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { withActor } from "../context";
import { houseIdOf } from "../house/house.entity";
import { newId } from "../id";
import { readArrears, readRows } from "../importing/index";
import { collected } from "../importing/test-files";
import { Work } from "../table/work";
import { mintProject, mintTenant } from "../testing/tenant";
import { arrearsOfHouse } from "./arrears";
import { Bill } from "./bill.entity";
import { cancelBill } from "./correct";
import { importOpeningArrears, type OpeningRow } from "./opening";
import { recordPayment } from "./record-payment";
import { startRun } from "./run";
import { sumOf } from "./terms";
import {
  addHouse,
  allocationsOf,
  at,
  billsOf,
  type Firm,
  messagesAbout,
  mintFeeFirm,
  ownTable,
} from "./testing";

beforeAll(ownTable);

const now = "2026-11-20T02:00:00.000Z";
let firm: Firm;
let houseId: string;
beforeEach(async () => {
  const made = await mintFeeFirm();
  firm = made.firm;
  houseId = made.house.houseId;
});
const row = (
  period: string,
  dueFen: number,
  paidFen: number,
  more: Partial<OpeningRow> = {},
): OpeningRow => ({
  ...{ projectId: firm.projectId, houseId, item: "物业费", period, dueFen, paidFen },
  ...more,
});
const take = (rows: OpeningRow[]) => at(firm, now, () => importOpeningArrears(rows), "headquarters");

describe("opening arrears", () => {
  it("become bills of their months; what was paid lies on them, dated at the month's last instant", async () => {
    expect(await take([row("2026-07", 30_895, 0), row("2026-08", 30_895, 2_055)])).toEqual({
      ...{ bills: 2, lines: 2, unchanged: 0, refused: [] },
    });
    const [july, august] = await billsOf(firm);
    expect(july).toMatchObject({
      amount: 30_895,
      paid: 0,
      dueOn: "2026-07-31",
      origin: "opening",
      status: "open",
    });
    expect(august).toMatchObject({ paid: 2_055, outstanding: 28_840, number: "ZD202608-0001" });
    expect(await allocationsOf(firm)).toMatchObject([
      {
        method: "opening",
        kind: "opening",
        amount: 2_055,
        valueAt: "2026-08-31T15:59:59.999Z",
        period: "2026-08",
      },
    ]);
    expect(await at(firm, now, () => arrearsOfHouse(houseId))).toMatchObject({
      outstanding: 59_735,
      overdue: 59_735,
    });
    for (const { billId } of await billsOf(firm)) expect(await messagesAbout(firm, billId)).toEqual([]);
  });

  it("merge the items of a house and month into one bill", async () => {
    await take([row("2026-07", 100, 40), row("2026-07", 50, 50, { item: "公摊" })]);
    expect(await take([row("2026-07", 9, 0, { item: "停车费" })])).toMatchObject({ bills: 0, lines: 1 });
    const [bill, ...more] = await billsOf(firm);
    expect(more).toEqual([]);
    expect(bill).toMatchObject({ amount: 159, paid: 90, outstanding: 69 });
    expect(bill?.lines).toMatchObject([{ item: "物业费" }, { item: "公摊" }, { item: "停车费" }]);
  });

  it("sent twice, at once even, change nothing; other amounts for the same line are refused", async () => {
    const rows = [row("2026-07", 100, 40), row("2026-08", 100, 0), row("2026-08", 0, 0, { item: "公摊" })];
    const [one, two] = await Promise.all([take(rows), take(rows)]);
    expect([one.lines + two.lines, one.unchanged + two.unchanged]).toEqual([2, 4]);
    const before = await billsOf(firm);
    expect(await take([...rows, ...rows])).toEqual({ bills: 0, lines: 0, unchanged: 6, refused: [] });
    expect(await take([row("2026-07", 100, 0), row("2026-08", 101, 0)])).toMatchObject({
      refused: [
        { index: 0, reason: "differs" },
        { index: 1, reason: "differs" },
      ],
    });
    expect(await billsOf(firm)).toEqual(before);
  });

  it("stay as they came when money has come in since", async () => {
    const rows = [row("2026-07", 100, 40)];
    await take(rows);
    await at(firm, now, () => recordPayment({ houseId, method: "cash", amount: 30 }));
    expect(await take(rows)).toMatchObject({ unchanged: 1 });
    expect((await billsOf(firm))[0]).toMatchObject({ paid: 70, outstanding: 30 });
  });

  it("do not touch a month that a run billed, nor a bill cancelled here, nor houses of elsewhere", async () => {
    await at(firm, now, () => startRun({ projectId: firm.projectId, period: "2026-10" }));
    await take([row("2026-07", 100, 0)]);
    const [july] = await billsOf(firm);
    await at(firm, now, () => cancelBill({ billId: july?.billId ?? "", reason: "已结清" }));
    const elsewhere = row("2026-06", 1, 0, { houseId: houseIdOf(newId("project"), "1-1-101") });
    expect(
      await take([
        row("2026-10", 1, 0),
        row("2026-07", 5, 0, { item: "公摊" }),
        elsewhere,
        row("2026-07", 100, 0),
      ]),
    ).toEqual({
      ...{ bills: 0, lines: 0, unchanged: 1 },
      refused: [
        { index: 0, reason: "billed" },
        { index: 1, reason: "cancelled" },
        { index: 2, reason: "house" },
      ],
    });
  });

  it("of an unsold house are the developer's", async () => {
    const unsold = await addHouse(firm, { code: "8-8-808", unsold: true });
    await take([row("2026-07", 100, 0, { houseId: unsold.houseId })]);
    expect(await at(firm, now, () => arrearsOfHouse(unsold.houseId))).toMatchObject({ outstanding: 0 });
    expect(await at(firm, now, () => arrearsOfHouse(unsold.houseId, "developer"))).toMatchObject({
      outstanding: 100,
    });
  });

  it("are refused row by row where no bill can hold them", async () => {
    const many = Array.from({ length: 41 }, (_, i) => row("2026-08", 1, 0, { item: `项目${i}` }));
    expect(
      await take([row("1950-01", 1, 0), row("2045-01", 1, 0), row("2026-07", 10 ** 13, 0), ...many]),
    ).toEqual({
      ...{ bills: 1, lines: 40, unchanged: 0 },
      refused: [
        { index: 0, reason: "period" },
        { index: 1, reason: "period" },
        { index: 2, reason: "amount" },
        { index: 43, reason: "amount" },
      ],
    });
  });

  it("need sums that hold, the right to import, and projects of one's own", async () => {
    await expect(take([row("2026-07", 100, 101)])).rejects.toMatchObject({ code: "bad_request" });
    const call = () => importOpeningArrears([row("2026-07", 100, 0)]);
    await expect(firm.as("finance", call)).rejects.toMatchObject({ code: "forbidden" });
    await expect(withActor(firm.member("project_manager", []), call)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect((await mintTenant()).as("headquarters", call)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the sample file", () => {
  it("leaves outstanding what it says, to the fen, project by project, also when sent twice", async () => {
    const expected = JSON.parse(await readFile("samples/expected.json", "utf8")).arrears;
    const read = await collected(readArrears(readRows("samples/opening-arrears.csv")));
    const lines = read.filter((one) => one.kind === "arrears");
    expect(read.length - lines.length).toBe(expected.rejectedRows.length);
    const ids = new Map<string, string>();
    const work = new Work(firm.tenantId);
    for (const name of Object.keys(expected.byProject)) ids.set(name, mintProject(work, name).projectId);
    await work.commit();
    const rows = lines.map(({ project, houseCode, item, period, dueFen, paidFen }) => {
      const projectId = ids.get(project) ?? "";
      return { projectId, houseId: houseIdOf(projectId, houseCode), item, period, dueFen, paidFen };
    });
    const places = new Map(
      lines.map(({ project, houseCode: code }) => [`${project} ${code}`, { project, code }]),
    );
    for (const { project, code } of places.values())
      await addHouse(firm, { code, projectId: ids.get(project), people: [] });
    expect(await take(rows)).toMatchObject({ lines: rows.length, refused: [] });
    const owed = () =>
      firm.asSystem(async () => {
        const sums: Record<string, number> = {};
        for (const [name, projectId] of ids)
          for await (const bill of Bill.all("gsi2", [projectId, "bill"]))
            sums[name] = (sums[name] ?? 0) + bill.outstanding;
        return sums;
      });
    expect(await owed()).toEqual(expected.byProject);
    expect(sumOf(Object.values(await owed()))).toBe(expected.outstandingFen);
    expect(await take(rows)).toMatchObject({ bills: 0, lines: 0, unchanged: rows.length });
    expect(await owed()).toEqual(expected.byProject);
  });
});
