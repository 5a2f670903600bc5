import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { withActor } from "../context";
import { changeHouse } from "../house/index";
import { mintTenant } from "../testing/tenant";
import { arrearsOfHouse } from "./arrears";
import { cancelBill, reissueBill, waiveBill } from "./correct";
import { getPayment } from "./payments";
import { recordPayment } from "./record-payment";
import { refundPayment } from "./refund";
import { startRun } from "./run";
import { allocationsOf, at, billsOf, type Firm, messagesAbout, mintFeeFirm, ownTable } from "./testing";

beforeAll(ownTable);

const now = "2026-11-20T02:00:00.000Z";
const reason = "房屋漏水补偿";
let firm: Firm;
let houseId: string;
let billId: string;
beforeEach(async () => {
  const made = await mintFeeFirm();
  firm = made.firm;
  houseId = made.house.houseId;
  await at(firm, now, () => startRun({ projectId: firm.projectId, period: "2026-11" }));
  billId = (await billsOf(firm))[0]?.billId ?? "";
});
const waive = (amount: number) => at(firm, now, () => waiveBill({ billId, amount, reason }));
const cancel = () => at(firm, now, () => cancelBill({ billId, reason }));
const pay = (amount: number) => at(firm, now, () => recordPayment({ houseId, method: "cash", amount }));
const house = () => at(firm, now, () => arrearsOfHouse(houseId));

describe("a waiver", () => {
  it("lowers what is open, keeps why and who, and is no payment", async () => {
    const bill = await waive(5_000);
    expect(bill).toMatchObject({
      amount: 25_000,
      waived: 5_000,
      paid: 0,
      outstanding: 20_000,
      status: "open",
    });
    expect(bill.waivers).toMatchObject([
      { amount: 5_000, reason, at: now, by: expect.stringMatching(/^mem_/) },
    ]);
    expect(await allocationsOf(firm)).toEqual([]);
    expect(await house()).toMatchObject({ outstanding: 20_000 });
    expect(await waive(20_000)).toMatchObject({ waived: 25_000, outstanding: 0, status: "settled" });
    expect(await house()).toMatchObject({ outstanding: 0, bills: [] });
  });

  it("is never more than what is open, needs a reason and the right", async () => {
    await pay(24_000);
    await expect(waive(1_001)).rejects.toMatchObject({ code: "conflict", field: "amount" });
    const wrong = at(firm, now, () => waiveBill({ billId, amount: 1, reason: " " }));
    await expect(wrong).rejects.toMatchObject({ code: "bad_request", field: "reason" });
    const desk = firm.as("front_desk", () => waiveBill({ billId, amount: 1, reason }));
    await expect(desk).rejects.toMatchObject({ code: "forbidden" });
    const foreign = withActor((await mintTenant()).member(), () => waiveBill({ billId, amount: 1, reason }));
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
  });

  it("and a payment at the same time never go beyond the bill", async () => {
    await Promise.allSettled([waive(20_000), pay(20_000), waive(20_000), pay(20_000)]);
    const [bill] = await billsOf(firm);
    expect(bill?.outstanding).toBe(0);
    expect((bill?.paid ?? 0) + (bill?.waived ?? 0)).toBe(25_000);
  });
});

describe("a cancelled bill", () => {
  it("is owed by nobody; its money is the house's prepayment again, its records undone one by one", async () => {
    const { paymentId } = await pay(10_000);
    await at(firm, now, () => refundPayment({ paymentId, amount: 3_000, reason: "多交" }));
    expect(await cancel()).toMatchObject({
      status: "cancelled",
      paid: 0,
      outstanding: 0,
      cancelled: { reason },
    });
    expect(await house()).toMatchObject({ outstanding: 0, credit: 7_000, bills: [] });
    const payment = await firm.as("auditor", () => getPayment({ paymentId }));
    expect(payment).toMatchObject({ covers: [], allocated: 0, unallocated: 7_000, refunded: 3_000 });
    expect((await allocationsOf(firm)).map(({ amount, kind }) => [amount, kind]).sort()).toEqual([
      [-10_000, "cancelledBill"],
      [-3_000, "refund"],
      [10_000, "payment"],
      [3_000, "cancelledBill"],
    ]);
    await expect(cancel()).rejects.toMatchObject({ code: "conflict" });
    await expect(waive(1)).rejects.toMatchObject({ code: "conflict" });
  });

  it("is not made again by a run, but anew on demand: by the house as it is now, once", async () => {
    await expect(at(firm, now, () => reissueBill({ billId }))).rejects.toMatchObject({ code: "conflict" });
    await pay(10_000);
    await cancel();
    await at(firm, now, () => startRun({ projectId: firm.projectId, period: "2026-11" }));
    expect(await billsOf(firm)).toHaveLength(1);
    await firm.as("headquarters", () => changeHouse({ houseId, areaHundredths: 8_000 }));
    const again = () => at(firm, now, () => reissueBill({ billId, dueOn: "2026-12-10" }));
    const bill = await again();
    expect(bill).toMatchObject({
      ...{ amount: 20_000, revision: 2, number: "ZD202611-0002", period: "2026-11", dueOn: "2026-12-10" },
    });
    await expect(again()).rejects.toMatchObject({ code: "conflict" });
    expect(await house()).toMatchObject({ outstanding: 20_000, credit: 10_000 });
    const { runFeeSchedule } = await import("./remind");
    await at(firm, now, runFeeSchedule);
    expect(await house()).toMatchObject({ outstanding: 10_000, credit: 0 });
    const [message] = await messagesAbout(firm, bill.billId);
    expect(message?.text).toContain("100.00元");
  });
});
