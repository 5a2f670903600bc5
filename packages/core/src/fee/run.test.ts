import { beforeAll, describe, expect, it } from "vitest";
import { asIfAt } from "../clock";
import { withActor, withContext } from "../context";
import { newId } from "../id";
import { Message } from "../message/message.entity";
import { Work } from "../table/work";
import { mintTenant } from "../testing/tenant";
import { advanceRun, sweepRuns } from "./advance";
import { arrearsOfHouse } from "./arrears";
import { previewRun } from "./preview";
import { beginRun, continueRun, getRun, listRuns, startRun } from "./run";
import { BillingRun } from "./run.entity";
import { changeFeeSettings } from "./settings";
import {
  addHouse,
  addPerson,
  addStandard,
  at,
  billsOf,
  type Firm,
  messagesAbout,
  mintFeeFirm,
  ownTable,
} from "./testing";

beforeAll(ownTable);

const november = "2026-11-05T02:00:00.000Z";
const codes = (count: number) =>
  Array.from({ length: count }, (_, i) => `1-1-${String(i + 1).padStart(3, "0")}`);
const start = (firm: Firm, period = "2026-11", more = {}) =>
  at(firm, november, () => startRun({ projectId: firm.projectId, period, ...more }));

describe("a run", () => {
  it("makes one itemised bill a house, numbered, due on the last day, and says how far it is", async () => {
    const { firm } = await mintFeeFirm(["1-1-101", "1-1-102"]);
    await addHouse(firm, { code: "1-1-103", area: 8_937, unsold: true });
    await addStandard(firm, 33, "2026-01", "公摊能耗费");
    const run = await start(firm);
    expect(run).toMatchObject({
      state: "running",
      houses: 3,
      seen: 0,
      period: "2026-11",
      dueOn: "2026-11-30",
    });
    expect(await at(firm, november, () => getRun({ runId: run.runId }))).toMatchObject({
      ...{ state: "done", seen: 3, billed: 3, sum: 28_300 * 2 + 22_343 + 2_949 },
      ...{ developerBilled: 1, developerSum: 22_343 + 2_949, alreadyBilled: 0, nothingToBill: 0 },
    });
    const bills = (await billsOf(firm)).toSorted((a, b) => (a.houseCode < b.houseCode ? -1 : 1));
    expect(bills.map(({ number }) => number)).toEqual(["ZD202611-0001", "ZD202611-0002", "ZD202611-0003"]);
    expect(bills.map(({ debtor }) => debtor)).toEqual(["resident", "resident", "developer"]);
    expect(bills[2]).toMatchObject({
      ...{ amount: 25_292, outstanding: 25_292, paid: 0, waived: 0, status: "open", dueOn: "2026-11-30" },
      lines: [
        { item: "公摊能耗费", fenPerM2: 33, areaHundredths: 8_937, amount: 2_949 },
        { item: "物业费", fenPerM2: 250, areaHundredths: 8_937, amount: 22_343 },
      ],
    });
  });

  it("run twice, and with houses that came in since, bills each house once", async () => {
    const { firm } = await mintFeeFirm(codes(3));
    await start(firm);
    await addHouse(firm, { code: "1-1-004" });
    const second = await start(firm);
    const done = await at(firm, november, () => getRun({ runId: second.runId }));
    expect(done).toMatchObject({ billed: 1, alreadyBilled: 3, state: "done" });
    const bills = await billsOf(firm);
    expect(bills.map(({ houseCode }) => houseCode)).toEqual(codes(4));
    expect(new Set(bills.map(({ number }) => number)).size).toBe(4);
    const { items } = await firm.as("auditor", () => listRuns({ projectId: firm.projectId, limit: 10 }));
    expect(items.map(({ runId }) => runId).sort()).toEqual([second.runId, items[1]?.runId].sort());
    expect(items).toHaveLength(2);
  });

  it("stopped half-way goes on by schedule, and many workers at once make nothing twice", async () => {
    const { firm } = await mintFeeFirm(codes(70));
    const run = await at(firm, november, () => startAndStop(firm));
    const half = await at(firm, november, () => getRun({ runId: run.runId }));
    expect(half).toMatchObject({ state: "running", billed: 22, houses: 70 });
    await expect(start(firm)).rejects.toMatchObject({ code: "conflict" });
    await at(firm, november, () =>
      Promise.all([advanceRun(run.runId, 0), advanceRun(run.runId, 10_000), continueRun(run), sweepRuns()]),
    );
    expect(await at(firm, november, () => getRun({ runId: run.runId }))).toMatchObject({
      ...{ state: "done", seen: 70, billed: 70, sum: 70 * 25_000, alreadyBilled: 0 },
    });
    const bills = await billsOf(firm);
    expect(new Set(bills.map(({ houseId }) => houseId)).size).toBe(70);
    expect(bills.map(({ number }) => number).sort()).toEqual(
      bills.map((_, i) => `ZD202611-${String(i + 1).padStart(4, "0")}`),
    );
    const notices = await Promise.all(bills.map(({ billId }) => messagesAbout(firm, billId)));
    expect(notices.every((sent) => sent.length === 1)).toBe(true);
  });

  it("is left to who works on it, and taken over once that one has been silent", async () => {
    const { firm } = await mintFeeFirm(codes(30));
    const { runId } = await at(firm, november, () => startAndStop(firm));
    const run = await firm.asSystem(() => BillingRun.need({ runId }));
    const work = new Work(firm.tenantId);
    work.patch(BillingRun, run, { heldUntil: "2026-11-05T02:00:15.000Z" });
    await work.commit();
    await at(firm, november, () => continueRun({ runId }));
    await asIfAt(november, sweepRuns);
    expect(await at(firm, november, () => getRun({ runId }))).toMatchObject({ state: "running", billed: 22 });
    await asIfAt("2026-11-05T02:01:00.000Z", sweepRuns);
    expect(await at(firm, november, () => getRun({ runId }))).toMatchObject({ state: "done", billed: 30 });
  });

  it("keeps the prices it began with", async () => {
    const { firm } = await mintFeeFirm(codes(30));
    const run = await at(firm, november, () => startAndStop(firm));
    await addStandard(firm, 999, "2026-12");
    await at(firm, november, () => advanceRun(run.runId, 10_000));
    expect(new Set((await billsOf(firm)).map(({ amount }) => amount))).toEqual(new Set([25_000]));
  });

  it("is due after the project's own days, or on the day given", async () => {
    const { firm } = await mintFeeFirm();
    await at(firm, november, () => changeFeeSettings({ projectId: firm.projectId, dueDays: 15 }));
    expect(await start(firm)).toMatchObject({ dueOn: "2026-12-15" });
    expect(await start(firm, "2026-12", { dueOn: "2026-12-20" })).toMatchObject({ dueOn: "2026-12-20" });
    const early = start(firm, "2027-01", { dueOn: "2026-12-20" });
    await expect(early).rejects.toMatchObject({ code: "bad_request", field: "dueOn" });
  });

  it("is refused without a standard, for a far month, and without permission", async () => {
    const firm = await mintTenant();
    await addHouse(firm, { code: "1-1-101" });
    await expect(start(firm)).rejects.toMatchObject({ code: "bad_request", field: "period" });
    await expect(start(firm, "2036-11")).rejects.toMatchObject({ code: "bad_request", field: "period" });
    const asDesk = at(
      firm,
      november,
      () => startRun({ projectId: firm.projectId, period: "2026-11" }),
      "front_desk",
    );
    await expect(asDesk).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is begun once for a repeated key, with the same answer", async () => {
    const { firm } = await mintFeeFirm();
    const actor = firm.member("finance");
    const send = (bodyHash: string) =>
      withContext({ actor, requestId: "r", idempotency: { key: "key-00001", bodyHash } }, () =>
        startRun({ projectId: firm.projectId, period: "2026-11" }),
      );
    const [first, second] = [await send("h"), await send("h")];
    expect(second).toEqual(first);
    await expect(send("other")).rejects.toMatchObject({ code: "idempotency_mismatch" });
  });

  it("does not exist for members of other projects, nor for other firms", async () => {
    const { firm } = await mintFeeFirm();
    const run = await start(firm);
    const elsewhere = firm.member("finance", [newId("project")]);
    const foreign = (await mintTenant()).member("finance");
    for (const actor of [elsewhere, foreign])
      await expect(withActor(actor, () => getRun({ runId: run.runId }))).rejects.toMatchObject({
        code: "not_found",
      });
  });
});

/** Begins a run and takes its first step only, as when the process is killed then. */
async function startAndStop(firm: Firm) {
  const { runId } = await beginRun({ projectId: firm.projectId, period: "2026-11" });
  await advanceRun(runId, 0);
  return { runId };
}

describe("a preview", () => {
  it("says what a run would do, to the fen, and changes nothing", async () => {
    const { firm } = await mintFeeFirm(["1-1-101", "1-1-102"]);
    await addHouse(firm, { code: "1-1-103", unsold: true });
    await addHouse(firm, { code: "1-1-104", area: 1 });
    await start(firm, "2026-10");
    await addStandard(firm, 1, "2026-11");
    const ask = (period: string) =>
      at(firm, november, () => previewRun({ projectId: firm.projectId, period }));
    expect(await ask("2026-10")).toMatchObject({ houses: 4, bills: 0, alreadyBilled: 4, sum: 0 });
    const preview = await ask("2026-11");
    expect(preview).toMatchObject({
      ...{ houses: 4, bills: 3, sum: 300, developerBills: 1, developerSum: 100, alreadyBilled: 0 },
      ...{ withoutStandard: 0, withoutArea: 1, withoutAreaCodes: ["1-1-104"], dueOn: "2026-11-30" },
    });
    expect(await ask("2026-11")).toEqual(preview);
    const run = await start(firm, "2026-11", { expect: { bills: 3, sum: 300 } });
    expect(await at(firm, november, () => getRun({ runId: run.runId }))).toMatchObject({
      billed: 3,
      sum: 300,
      nothingToBill: 1,
    });
  });

  it("counts houses that no standard prices, and a run is refused that would do something else", async () => {
    const firm = await mintTenant();
    await addHouse(firm, { code: "1-1-101" });
    const ask = () => at(firm, november, () => previewRun({ projectId: firm.projectId, period: "2026-11" }));
    expect(await ask()).toMatchObject({ houses: 1, bills: 0, withoutStandard: 1, standards: [] });
    await addStandard(firm, 200, "2026-01");
    expect(await ask()).toMatchObject({ bills: 1, withoutStandard: 0 });
    const stale = start(firm, "2026-11", { expect: { bills: 0, sum: 0 } });
    await expect(stale).rejects.toMatchObject({ code: "conflict", field: "expect" });
  });
});

describe("notices", () => {
  let firm: Firm;
  beforeAll(async () => {
    firm = (await mintFeeFirm(["1-1-101"])).firm;
    await addHouse(firm, { code: "1-1-102", people: ["owner", "occupant"] });
    await addHouse(firm, { code: "1-1-103", people: ["occupant"], mail: true });
    await addHouse(firm, { code: "1-1-104", people: [] });
    await addHouse(firm, { code: "1-1-105", unsold: true });
    // 23:10 in Shanghai
    await at(firm, "2026-11-05T15:10:00.000Z", () =>
      startRun({ projectId: firm.projectId, period: "2026-11" }),
    );
  });

  const noticesOf = async (code: string) => {
    const bill = (await billsOf(firm)).find(({ houseCode }) => houseCode === code);
    return messagesAbout(firm, bill?.billId ?? "");
  };

  it("go to the owner, else the occupant, by SMS or mail; none to nobody, none for the developer", async () => {
    expect((await noticesOf("1-1-102")).map(({ kind }) => kind)).toEqual(["sms"]);
    expect((await noticesOf("1-1-103")).map(({ kind }) => kind)).toEqual(["mail"]);
    expect(await noticesOf("1-1-104")).toEqual([]);
    expect(await noticesOf("1-1-105")).toEqual([]);
  });

  it("say house, month, amount and due day, and wait for the morning", async () => {
    const [notice] = await noticesOf("1-1-101");
    expect(notice?.text).toMatch(/1-1-101，2026年11月账单250\.00元，11月30日前.*\/b\/\w{12}$/);
    expect(notice).toMatchObject({ urgent: false, notBefore: "2026-11-06T00:00:00.000Z", state: "pending" });
  });

  it("use one living link a house, and a new one when somebody else receives it", async () => {
    const linkIn = (text = "") => /\/b\/(\w{12})/.exec(text)?.[1];
    const own = await mintFeeFirm(["2-1-101"]);
    const months = ["2026-09", "2026-10"];
    for (const period of months) await start(own.firm, period);
    const { residencyTo } = await moveOut(own.firm, own.house.houseId);
    expect(residencyTo).toBe("2026-11-01");
    const work = new Work(own.firm.tenantId);
    addPerson(work, own.house, "owner");
    await work.commit();
    await start(own.firm, "2026-11");
    const bills = (await billsOf(own.firm)).toSorted((a, b) => (a.period < b.period ? -1 : 1));
    const links = await Promise.all(
      bills.map(async ({ billId }) => linkIn((await messagesAbout(own.firm, billId))[0]?.text)),
    );
    expect(links[0]).toBeDefined();
    expect(links[1]).toBe(links[0]);
    expect(links[2]).toBeDefined();
    expect(links[2]).not.toBe(links[0]);
  });

  it("are not sent by a run that is asked not to", async () => {
    const { firm: own } = await mintFeeFirm();
    await start(own, "2026-11", { notify: false });
    const [bill] = await billsOf(own);
    expect(await messagesAbout(own, bill?.billId ?? "")).toEqual([]);
    expect(bill?.noticedAt).toBeUndefined();
  });

  it("do not exist before their bill does: state change and message are one", async () => {
    const [bill] = await billsOf(firm);
    const [message] = await messagesAbout(firm, bill?.billId ?? "");
    const stored = await firm.asSystem(() => Message.need({ messageId: message?.messageId ?? "" }));
    expect(stored.createdAt).toBe(bill?.issuedAt);
    expect(bill?.noticedAt).toBe(bill?.issuedAt);
  });
});

async function moveOut(firm: Firm, houseId: string) {
  const { peopleOf } = await import("../house/index");
  const { endResidency } = await import("../resident/index");
  const [owner] = await firm.asSystem(() => peopleOf(houseId));
  const residentId = owner?.residentId ?? "";
  const ended = await firm.as("headquarters", () =>
    endResidency({ houseId, residentId, as: "owner", to: "2026-11-01" }),
  );
  return { residencyTo: ended.to };
}

describe("what a house owes", () => {
  it("is known from one small read, the developer's apart", async () => {
    const { firm, house } = await mintFeeFirm();
    const vacant = await addHouse(firm, { code: "1-1-199", unsold: true });
    await start(firm, "2026-09");
    await start(firm, "2026-11");
    const owed = await at(firm, november, () => arrearsOfHouse(house.houseId));
    expect(owed).toMatchObject({
      outstanding: 50_000,
      overdue: 25_000,
      credit: 0,
      oldestDueOn: "2026-09-30",
    });
    expect(owed.bills.map(({ period }) => period)).toEqual(["2026-09", "2026-11"]);
    expect(await at(firm, november, () => arrearsOfHouse(vacant.houseId))).toMatchObject({ outstanding: 0 });
    expect(await at(firm, november, () => arrearsOfHouse(vacant.houseId, "developer"))).toMatchObject({
      outstanding: 50_000,
    });
  });
});
