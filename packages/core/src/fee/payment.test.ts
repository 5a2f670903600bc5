import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { withActor, withContext } from "../context";
import { mintTenant } from "../testing/tenant";
import { arrearsOfHouse } from "./arrears";
import { getBill } from "./bills";
import { getPayment, listHousePayments, listPayments } from "./payments";
import { recordPayment } from "./record-payment";
import { cancelPayment, refundPayment } from "./refund";
import { startRun } from "./run";
import { settleCredit } from "./settle";
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
/** September, October, November: 250.00 yuan each. */
beforeEach(async () => {
  const made = await mintFeeFirm();
  firm = made.firm;
  houseId = made.house.houseId;
  for (const period of ["2026-09", "2026-10", "2026-11"])
    await at(firm, now, () => startRun({ projectId: firm.projectId, period }));
});

type Given = Partial<Parameters<typeof recordPayment>[0]>;
const pay = (amount: number, more: Given = {}) =>
  at(firm, now, () => recordPayment({ houseId, method: "wechat", amount, ...more }));
const months = async () =>
  Object.fromEntries((await billsOf(firm)).map((bill) => [bill.period.slice(5), bill.outstanding]));
const billOf = async (month: string) => {
  const bill = (await billsOf(firm)).find(
    ({ period, status }) => period === `2026-${month}` && status !== "cancelled",
  );
  if (!bill) throw new Error(`no bill of ${month}`);
  return bill;
};
const house = () => at(firm, now, () => arrearsOfHouse(houseId));

describe("recording a payment", () => {
  it("gives a receipt and pays the oldest bills when the payer names none", async () => {
    const paid = await pay(30_000, { payer: "王小明", reference: "wx-1", note: "代收" });
    expect(paid).toMatchObject({
      ...{ number: "SK20261120-0001", amount: 30_000, allocated: 30_000, unallocated: 0, state: "recorded" },
      house: { outstanding: 45_000, credit: 0 },
    });
    expect(paid.covers.map(({ period, amount }) => [period, amount])).toEqual([
      ["2026-09", 25_000],
      ["2026-10", 5_000],
    ]);
    expect(await months()).toEqual({ "09": 0, 10: 20_000, 11: 25_000 });
    expect(await house()).toMatchObject({ outstanding: 45_000, oldestDueOn: "2026-10-31" });
    expect(await pay(1)).toMatchObject({ number: "SK20261120-0002" });
  });

  it("pays what the payer says, several bills in part, the rest staying in hand", async () => {
    const [october, november] = [await billOf("10"), await billOf("11")];
    const allocations = [
      { billId: november.billId, amount: 25_000 },
      { billId: october.billId, amount: 100 },
    ];
    expect(await pay(26_000, { allocations })).toMatchObject({ allocated: 25_100, unallocated: 900 });
    expect(await months()).toEqual({ "09": 25_000, 10: 24_900, 11: 0 });
    expect(await house()).toMatchObject({ outstanding: 49_900, credit: 900 });
  });

  it("counts at the instant the money came, which is not in the future", async () => {
    await pay(100, { receivedAt: "2026-11-02T08:00:00.000Z" });
    const [allocation] = await allocationsOf(firm);
    expect(allocation).toMatchObject({ valueAt: "2026-11-02T08:00:00.000Z", at: now, kind: "payment" });
    const late = pay(100, { receivedAt: "2026-11-21T08:00:00.000Z" });
    await expect(late).rejects.toMatchObject({ code: "bad_request", field: "receivedAt" });
  });

  it("refuses more than a bill or the payment has, a bill named twice, and other houses' bills", async () => {
    const other = await addHouse(firm, { code: "8-8-808" });
    await at(firm, now, () => startRun({ projectId: firm.projectId, period: "2026-11" }));
    const bill = await billOf("09");
    const foreign = (await billsOf(firm)).find((one) => one.houseId === other.houseId)?.billId ?? "";
    const share = (amount: number, billId = bill.billId) => ({ billId, amount });
    const refused = async (amount: number, allocations: { billId: string; amount: number }[]) =>
      pay(amount, { allocations }).catch((error) => [error.code, error.field]);
    expect(await refused(30_000, [share(25_001)])).toEqual(["conflict", "allocations.0.amount"]);
    expect(await refused(99, [share(100)])).toEqual(["bad_request", "allocations"]);
    expect(await refused(200, [share(100), share(100)])).toEqual(["bad_request", "allocations"]);
    expect(await refused(100, [share(100, foreign)])).toEqual(["bad_request", "allocations.0.billId"]);
    expect(await allocationsOf(firm)).toEqual([]);
  });

  it("refuses amounts that are not whole fen above 0, unknown houses and roles without the right", async () => {
    for (const amount of [0, -1, 0.5, Number.NaN, 1e15])
      await expect(pay(amount)).rejects.toMatchObject({ code: "bad_request", field: "amount" });
    const foreign = (await mintTenant()).member("finance");
    const call = () => recordPayment({ houseId, method: "cash", amount: 1 });
    await expect(withActor(foreign, call)).rejects.toMatchObject({ code: "not_found" });
    await expect(withActor(firm.member("finance", []), call)).rejects.toMatchObject({ code: "not_found" });
    await expect(firm.as("area_manager", call)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is taken once for a repeated key", async () => {
    const actor = firm.member("finance");
    const send = () =>
      withContext({ actor, requestId: "r", idempotency: { key: "key-00001", bodyHash: "h" } }, () =>
        recordPayment({ houseId, method: "cash", amount: 500 }),
      );
    const answers = await Promise.all([send(), send(), send()]);
    expect(new Set(answers.map(({ paymentId }) => paymentId)).size).toBe(1);
    expect(await house()).toMatchObject({ outstanding: 74_500 });
  });

  it("asks about a reference that an earlier receipt has, and takes it when told it is another payment", async () => {
    const first = await pay(100, { reference: "T-1" });
    const again = pay(100, { reference: " T-1 " });
    await expect(again).rejects.toMatchObject({ code: "conflict", field: "reference" });
    await expect(again).rejects.toThrow(first.number);
    await expect(pay(100, { reference: "T-1", method: "alipay" })).resolves.toBeDefined();
    await expect(pay(100, { reference: "T-1", acceptDuplicate: true })).resolves.toBeDefined();
    const both = await Promise.allSettled([pay(1, { reference: "T-2" }), pay(1, { reference: "T-2" })]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("by many cashiers at once never pays a bill more than it asks", async () => {
    await Promise.all(Array.from({ length: 8 }, () => pay(20_000)));
    expect(await months()).toEqual({ "09": 0, 10: 0, 11: 0 });
    expect(await house()).toMatchObject({ outstanding: 0, credit: 160_000 - 75_000 });
    const bill = await billOf("09");
    const named = await Promise.allSettled(
      Array.from({ length: 3 }, () => pay(1, { allocations: [{ billId: bill.billId, amount: 1 }] })),
    );
    expect(named.every(({ status }) => status === "rejected")).toBe(true);
  });

  it("of the developer pays the developer's bills alone", async () => {
    const unsold = await addHouse(firm, { code: "8-8-808", unsold: true });
    await at(firm, now, () => startRun({ projectId: firm.projectId, period: "2026-11" }));
    const of = (developer: boolean) =>
      at(firm, now, () =>
        recordPayment({ houseId: unsold.houseId, method: "transfer", amount: 25_000, developer }),
      );
    expect(await of(false)).toMatchObject({ allocated: 0, unallocated: 25_000, debtor: "resident" });
    expect(await of(true)).toMatchObject({ allocated: 25_000, unallocated: 0, debtor: "developer" });
  });
});

describe("a prepayment", () => {
  it("stays with the house and goes on the next bill, whose notice asks for what is left", async () => {
    await pay(75_000 + 10_000);
    expect(await house()).toMatchObject({ outstanding: 0, credit: 10_000 });
    await at(firm, "2026-12-01T02:00:00.000Z", () =>
      startRun({ projectId: firm.projectId, period: "2026-12" }),
    );
    const bill = await billOf("12");
    expect(bill).toMatchObject({ paid: 10_000, outstanding: 15_000 });
    expect(await house()).toMatchObject({ outstanding: 15_000, credit: 0 });
    const [message] = await messagesAbout(firm, bill.billId);
    expect(message?.text).toContain("150.00元");
    const allocation = (await allocationsOf(firm)).find(({ billId }) => billId === bill.billId);
    expect(allocation).toMatchObject({
      kind: "prepayment",
      valueAt: "2026-12-01T02:00:00.000Z",
      amount: 10_000,
    });
  });

  it("that covers the next bill leaves nothing to ask for", async () => {
    await pay(75_000 + 60_000);
    await at(firm, "2026-12-01T02:00:00.000Z", () =>
      startRun({ projectId: firm.projectId, period: "2026-12" }),
    );
    const bill = await billOf("12");
    expect(bill).toMatchObject({ status: "settled", paid: 25_000 });
    expect(await messagesAbout(firm, bill.billId)).toEqual([]);
    expect(await house()).toMatchObject({ credit: 35_000 });
  });

  it("is allocated on demand, once", async () => {
    const november = await billOf("11");
    await pay(40_000, { allocations: [{ billId: november.billId, amount: 25_000 }] });
    const settle = () => at(firm, now, () => settleCredit({ houseId }));
    expect(await settle()).toEqual({ allocated: 15_000, outstanding: 35_000, credit: 0 });
    expect(await settle()).toEqual({ allocated: 0, outstanding: 35_000, credit: 0 });
  });
});

describe("giving money back", () => {
  const refund = (paymentId: string, amount: number) =>
    at(firm, now, () => refundPayment({ paymentId, amount, method: "transfer", reason: "多交" }));

  it("takes what lies unallocated first, then off the newest bills, by records of its own", async () => {
    const { paymentId } = await pay(75_000 + 500);
    const before = await allocationsOf(firm);
    const part = await refund(paymentId, 10_500);
    expect(part).toMatchObject({ allocated: 65_000, refunded: 10_500, unallocated: 0, state: "recorded" });
    expect(part.refunds).toMatchObject([{ amount: 10_500, method: "transfer", reason: "多交" }]);
    expect(await months()).toEqual({ "09": 0, 10: 0, 11: 10_000 });
    const after = await allocationsOf(firm);
    const old = new Map(before.map((one) => [one.allocationId, one]));
    expect(after.filter(({ allocationId }) => old.has(allocationId))).toEqual(before);
    expect(after.filter(({ allocationId }) => !old.has(allocationId))).toMatchObject([
      { amount: -10_000, kind: "refund", period: "2026-11", valueAt: now },
    ]);
    await expect(refund(paymentId, 65_001)).rejects.toMatchObject({ code: "conflict", field: "amount" });
    expect(await refund(paymentId, 65_000)).toMatchObject({
      state: "refunded",
      allocated: 0,
      refunded: 75_500,
    });
    expect(await months()).toEqual({ "09": 25_000, 10: 25_000, 11: 25_000 });
  });

  it("by two at once gives no more than there is", async () => {
    const { paymentId } = await pay(10_000);
    const both = await Promise.allSettled([refund(paymentId, 6_000), refund(paymentId, 6_000)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("is not for who may only take money in", async () => {
    const { paymentId } = await pay(100);
    const asDesk = firm.as("front_desk", () => refundPayment({ paymentId, amount: 1, reason: "退款" }));
    await expect(asDesk).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("a payment that never came", () => {
  it("is cancelled: its bills are open again, its reference free, its records kept", async () => {
    const { paymentId } = await pay(80_000, { reference: "T-9" });
    const cancel = () => at(firm, now, () => cancelPayment({ paymentId, reason: "银行退票" }));
    expect(await cancel()).toMatchObject({ state: "cancelled", allocated: 0, unallocated: 0 });
    expect(await house()).toMatchObject({ outstanding: 75_000, credit: 0 });
    await expect(cancel()).rejects.toMatchObject({ code: "conflict" });
    await expect(pay(80_000, { reference: "T-9" })).resolves.toMatchObject({ allocated: 75_000 });
    const { allocations } = await firm.as("auditor", () => getPayment({ paymentId }));
    expect(allocations.map(({ amount }) => amount).sort()).toEqual([
      -25_000, -25_000, -25_000, 25_000, 25_000, 25_000,
    ]);
  });
});

describe("looking payments up", () => {
  it("lists them by house and project, and a bill with all that was allocated to it", async () => {
    const first = await pay(100, { receivedAt: "2026-11-01T00:00:00.000Z" });
    const second = await pay(200, { receivedAt: "2026-11-02T00:00:00.000Z" });
    const lists = await firm.as("auditor", async () => [
      await listHousePayments({ houseId, limit: 10 }),
      await listPayments({ projectId: firm.projectId, limit: 10 }),
    ]);
    for (const { items } of lists) expect(items.map(({ amount }) => amount)).toEqual([200, 100]);
    const { billId } = await billOf("09");
    const bill = await firm.as("auditor", () => getBill({ billId }));
    expect(new Map(bill.allocations.map(({ amount, receipt }) => [amount, receipt]))).toEqual(
      new Map([
        [100, first.number],
        [200, second.number],
      ]),
    );
    expect(bill.paid).toBe(300);
  });
});
