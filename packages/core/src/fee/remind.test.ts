import { beforeAll, describe, expect, it } from "vitest";
import { asIfAt } from "../clock";
import { getDunning } from "../complaint/index";
import { registerTicket, voidTicket } from "../ticket/index";
import { arrearsOfHouse, listOwing } from "./arrears";
import { cancelBill } from "./correct";
import { importOpeningArrears } from "./opening";
import { recordPayment } from "./record-payment";
import { cancelPayment } from "./refund";
import { runFeeSchedule } from "./remind";
import { startRun } from "./run";
import { changeFeeSettings } from "./settings";
import { addHouse, at, billsOf, type Firm, messagesAbout, mintFeeFirm, ownTable } from "./testing";

beforeAll(ownTable);

const issued = "2026-11-05T02:00:00.000Z";
const sweepAt = (iso: string) => asIfAt(iso, runFeeSchedule);
const bill = (firm: Firm, period: string) =>
  at(firm, issued, () => startRun({ projectId: firm.projectId, period }));

async function remindersOf(firm: Firm) {
  const about = await Promise.all((await billsOf(firm)).map(({ billId }) => messagesAbout(firm, billId)));
  return about.flat().filter(({ template }) => template === "billReminder");
}

describe("the friendly reminder", () => {
  it("comes once, seven days after the due day, and threatens nothing", async () => {
    const { firm } = await mintFeeFirm();
    await bill(firm, "2026-11");
    await sweepAt("2026-12-07T15:59:00.000Z");
    expect(await remindersOf(firm)).toEqual([]);
    await sweepAt("2026-12-07T16:00:00.000Z");
    await sweepAt("2026-12-07T16:00:00.000Z");
    await Promise.all([sweepAt("2027-03-01T04:00:00.000Z"), sweepAt("2027-03-01T04:00:00.000Z")]);
    const [reminder, ...more] = await remindersOf(firm);
    expect(more).toEqual([]);
    expect(reminder?.text).toMatch(/温馨提醒.*1-1-101.*2026年11月.*250\.00元.*\/b\/\w{12}/);
    expect(reminder?.text).not.toMatch(/停水|停电|断|诉讼|起诉|滞纳金|违约/);
    // Midnight in Shanghai: it waits for the morning.
    expect(reminder?.notBefore).toBe("2026-12-08T00:00:00.000Z");
    expect((await billsOf(firm))[0]?.remindedAt).toBeDefined();
  });

  it("speaks of all overdue bills of a house at once, each only once", async () => {
    const { firm } = await mintFeeFirm(["1-1-101", "1-1-102"]);
    for (const period of ["2026-08", "2026-09", "2026-10"]) await bill(firm, period);
    await bill(firm, "2026-11");
    await sweepAt("2026-11-13T04:00:00.000Z");
    const first = await remindersOf(firm);
    expect(first).toHaveLength(2);
    for (const { text } of first) expect(text).toMatch(/2026年8月等3期.*750\.00元/);
    await sweepAt("2026-12-10T04:00:00.000Z");
    const all = await remindersOf(firm);
    expect(all).toHaveLength(4);
    expect(all.filter(({ text }) => /2026年11月账单250\.00元/.test(text))).toHaveLength(2);
  });

  it("is not sent for what is paid or cancelled, to developers, nor where the project wants none", async () => {
    const { firm, houses } = await mintFeeFirm(["1-1-101", "1-1-102", "1-1-103"]);
    await addHouse(firm, { code: "1-1-199", unsold: true });
    await bill(firm, "2026-11");
    const [paid, cancelled, partly] = houses;
    const billOf = async (houseId?: string) =>
      (await billsOf(firm)).find((one) => one.houseId === houseId)?.billId;
    const pay = (houseId = "", amount = 25_000) =>
      at(firm, issued, () => recordPayment({ houseId, method: "cash", amount }));
    await pay(paid?.houseId);
    await pay(partly?.houseId, 24_900);
    const wrong = (await billOf(cancelled?.houseId)) ?? "";
    await at(firm, issued, () => cancelBill({ billId: wrong, reason: "不该出账" }));
    await sweepAt("2026-12-20T04:00:00.000Z");
    const reminders = await remindersOf(firm);
    expect(reminders).toHaveLength(1);
    expect(reminders[0]?.text).toContain("1.00元");

    const quiet = await mintFeeFirm();
    await bill(quiet.firm, "2026-11");
    await at(quiet.firm, issued, () =>
      changeFeeSettings({ projectId: quiet.firm.projectId, reminders: false }),
    );
    await sweepAt("2026-12-20T04:00:00.000Z");
    expect(await remindersOf(quiet.firm)).toEqual([]);
    expect((await billsOf(quiet.firm))[0]?.remindAt).toBeUndefined();
  });

  it("waits while a complaint about service at the house is open, and for no other", async () => {
    const { firm, houses } = await mintFeeFirm(["1-1-101", "1-1-102"]);
    await bill(firm, "2026-11");
    const [served, lift] = houses;
    const complain = (houseId = "", category = "service") =>
      at(
        firm,
        issued,
        () =>
          registerTicket({
            ...{
              projectId: firm.projectId,
              houseId,
              reporter: { name: "王芳" },
              kind: "complaint",
              category,
            },
            ...{ channel: "call", words: "没人接电话" },
          }),
        "headquarters",
      );
    const { ticketId, number } = await complain(served?.houseId);
    await complain(lift?.houseId, "facilities");
    await sweepAt("2026-12-08T04:00:00.000Z");
    await sweepAt("2026-12-09T05:00:00.000Z");
    expect((await remindersOf(firm)).map(({ text }) => /1-1-10\d/.exec(text)?.[0])).toEqual(["1-1-102"]);
    const { houseId = "" } = served ?? {};
    const pausedBy = () => at(firm, issued, () => getDunning({ houseId }));
    expect(await pausedBy()).toEqual({ pausedBy: [{ ticketId, number }] });
    const owing = await at(firm, issued, () => listOwing({ projectId: firm.projectId }));
    expect(owing.items.map(({ houseCode, paused }) => [houseCode, paused]).sort()).toEqual([
      ["1-1-101", true],
      ["1-1-102", false],
    ]);
    await at(firm, issued, () => voidTicket({ ticketId, note: "登记错了" }), "headquarters");
    expect(await pausedBy()).toEqual({ pausedBy: [] });
    await sweepAt("2026-12-11T05:00:00.000Z");
    expect(await remindersOf(firm)).toHaveLength(2);
  });

  it("leaves a house in peace for a week when a payment is taken back", async () => {
    const { firm, house } = await mintFeeFirm();
    await bill(firm, "2026-11");
    const { houseId } = house;
    const { paymentId } = await at(firm, issued, () =>
      recordPayment({ houseId, method: "cash", amount: 25_000 }),
    );
    await at(firm, "2026-12-20T04:00:00.000Z", () => cancelPayment({ paymentId, reason: "银行退票" }));
    await sweepAt("2026-12-27T03:00:00.000Z");
    expect(await remindersOf(firm)).toEqual([]);
    await sweepAt("2026-12-27T05:00:00.000Z");
    expect(await remindersOf(firm)).toHaveLength(1);
  });

  it("is one message also for more bills than a transaction holds", async () => {
    const { firm, house } = await mintFeeFirm();
    const rows = Array.from({ length: 100 }, (_, i) => ({
      ...{ projectId: firm.projectId, houseId: house.houseId, item: "物业费", dueFen: 100, paidFen: 0 },
      period: `${2015 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
    }));
    await at(firm, issued, () => importOpeningArrears(rows), "headquarters");
    expect(await at(firm, issued, () => arrearsOfHouse(house.houseId))).toMatchObject({
      outstanding: 10_000,
    });
    await sweepAt("2026-11-12T01:00:00.000Z");
    expect(await remindersOf(firm)).toEqual([]);
    await sweepAt("2026-11-12T02:00:00.000Z");
    await sweepAt("2026-11-12T02:05:00.000Z");
    const reminders = await remindersOf(firm);
    expect(reminders).toHaveLength(1);
    expect(reminders[0]?.text).toMatch(/2015年1月等100期.*100\.00元/);
    expect((await billsOf(firm)).every(({ remindedAt }) => remindedAt)).toBe(true);
  });
});
