import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { asIfAt, plus } from "../clock";
import { DomainError } from "../error";
import { fold } from "../figure/fold";
import { recount } from "../figure/recount";
import { groupBy } from "../group";
import type { ItemOf } from "../table/entity";
import { FeeAccount } from "./account.entity";
import { Allocation } from "./allocation.entity";
import { Bill } from "./bill.entity";
import { cancelBill, reissueBill, waiveBill } from "./correct";
import { importOpeningArrears } from "./opening";
import { Payment } from "./payment.entity";
import { recordPayment } from "./record-payment";
import { cancelPayment, refundPayment } from "./refund";
import { runFeeSchedule } from "./remind";
import { startRun } from "./run";
import { monthsAfter, sumOf } from "./terms";
import { addHouse, at, billsOf, type Firm, mintFeeFirm, ownTable } from "./testing";

beforeAll(ownTable);

const kinds = [
  "run",
  "pay",
  "pay",
  "pay",
  "refund",
  "bounce",
  "waive",
  "cancel",
  "reissue",
  "open",
  "sweep",
] as const;
const act = fc.record({
  kind: fc.constantFrom(...kinds),
  which: fc.nat(1_000),
  amount: fc.integer({ min: 1, max: 60_000 }),
  days: fc.integer({ min: 0, max: 40 }),
});
type Act = { kind: (typeof kinds)[number]; which: number; amount: number; days: number };

async function paymentsOf(firm: Firm) {
  const found: ItemOf<typeof Payment>[] = [];
  for await (const payment of Payment.all("gsi2", [firm.projectId, "payment"])) found.push(payment);
  return found;
}

const pick = <T>(all: readonly T[], which: number): T => {
  const one = all[which % Math.max(1, all.length)];
  if (one === undefined) throw new DomainError("not_found", "nothing to do it with");
  return one;
};

/** What one person does at one moment; much of it is refused, and then nothing has changed. */
async function perform(
  firm: Firm,
  houses: readonly string[],
  { kind, which, amount }: Pick<Act, "kind" | "which" | "amount">,
  now: string,
) {
  const reason = "随机";
  const houseId = pick(houses, which);
  const projectId = firm.projectId;
  const bill = async () => pick(await billsOf(firm), which).billId;
  const payment = async () => pick(await firm.asSystem(() => paymentsOf(firm)), which).paymentId;
  const receivedAt = plus(now, { days: -(which % 20) });
  const acts: Record<(typeof kinds)[number], () => Promise<unknown>> = {
    run: () => startRun({ projectId, period: monthsAfter(now.slice(0, 7), which % 2) }),
    pay: () => recordPayment({ houseId, method: "cash", amount, receivedAt, developer: which % 5 === 0 }),
    refund: async () => refundPayment({ paymentId: await payment(), amount, reason }),
    bounce: async () => cancelPayment({ paymentId: await payment(), reason }),
    waive: async () => waiveBill({ billId: await bill(), amount, reason }),
    cancel: async () => cancelBill({ billId: await bill(), reason }),
    reissue: async () => {
      const cancelled = (await billsOf(firm)).filter((one) => one.cancelled);
      return reissueBill({ billId: pick(cancelled, which).billId });
    },
    open: () => {
      const period = monthsAfter("2024-10", which % 14);
      const row = {
        projectId,
        houseId,
        item: "物业费",
        period,
        dueFen: amount,
        paidFen: Math.floor(amount / 3),
      };
      return importOpeningArrears([row]);
    },
    sweep: runFeeSchedule,
  };
  await at(firm, now, acts[kind], "headquarters").catch((error) => {
    if (!(error instanceof DomainError)) throw error;
  });
}

async function recordsOf(firm: Firm) {
  const { projectId } = firm;
  return firm.asSystem(async () => {
    const bills = await billsOf(firm);
    const allocations: ItemOf<typeof Allocation>[] = [];
    for await (const one of Allocation.all("gsi1", [projectId, "allocation"])) allocations.push(one);
    return { bills, allocations, payments: await paymentsOf(firm) };
  });
}

async function checkBooks(firm: Firm, houses: readonly string[]) {
  const { bills, allocations, payments } = await recordsOf(firm);
  const onBill = groupBy(allocations, ({ billId }) => billId);
  for (const bill of bills) {
    const paid = sumOf((onBill.get(bill.billId) ?? []).map(({ amount }) => amount));
    expect(bill.paid).toBe(paid);
    expect(bill.outstanding).toBe(bill.cancelled ? 0 : bill.amount - bill.waived - paid);
    expect(bill.waived).toBe(sumOf(bill.waivers.map(({ amount }) => amount)));
    expect(Math.min(bill.outstanding, bill.paid)).toBeGreaterThanOrEqual(0);
  }
  const living = bills.filter(({ cancelled }) => !cancelled).map(({ houseId, period }) => houseId + period);
  expect(new Set(living).size).toBe(living.length);
  expect(new Set(bills.map(({ number }) => number)).size).toBe(bills.length);
  const ofPayment = groupBy(allocations, ({ paymentId }) => paymentId);
  for (const payment of payments) {
    const lies = sumOf((ofPayment.get(payment.paymentId) ?? []).map(({ amount }) => amount));
    expect(payment.allocated).toBe(lies);
    expect(sumOf(payment.covers.map(({ amount }) => amount))).toBe(lies);
    const all = payment.allocated + payment.refunded + payment.unallocated;
    expect(all).toBe(payment.state === "cancelled" ? 0 : payment.amount);
  }
  for (const houseId of houses)
    for (const debtor of ["resident", "developer"] as const) {
      const account = await firm.asSystem(() => FeeAccount.get({ houseId, debtor }));
      const mine = <T extends { houseId: string; debtor: string }>(one: T) =>
        one.houseId === houseId && one.debtor === debtor;
      expect(account?.owed ?? 0).toBe(sumOf(bills.filter(mine).map(({ outstanding }) => outstanding)));
      expect(account?.credit ?? 0).toBe(sumOf(payments.filter(mine).map(({ unallocated }) => unallocated)));
    }
}

/** Feeds the records to the figures as the stream might: some of them early, some twice, in odd pieces. */
async function feed(firm: Firm, odd: number) {
  const { bills, allocations } = await recordsOf(firm);
  const keys = firm.asSystem(() => [
    ...bills.map((one) => Bill.key(one)),
    ...allocations.map((one) => Allocation.key(one)),
  ]);
  const size = 1 + (odd % 7);
  for (let start = 0; start < keys.length; start += size) await fold(keys.slice(start, start + size));
  await fold(keys.filter((_, i) => i % 3 === odd % 3));
}

it("whatever happens, no record says more than the others, and the figures equal a recount", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 25, maxLength: 45 }), fc.nat(20), async (acts, odd) => {
      const { firm, house } = await asIfAt("2024-01-01T00:00:00.000Z", () => mintFeeFirm());
      const others = [
        await addHouse(firm, { code: "1-1-102" }),
        await addHouse(firm, { code: "1-1-199", unsold: true }),
      ];
      const houses = [house, ...others].map(({ houseId }) => houseId);
      let now = "2025-10-05T04:00:00.000Z";
      for (const which of [0, 1]) await perform(firm, houses, { kind: "run", which, amount: 1 }, now);
      for (const [i, one] of acts.entries()) {
        now = plus(now, { days: one.days, minutes: 7 });
        await perform(firm, houses, one, now);
        if (i % 9 === odd % 9) await asIfAt(now, () => feed(firm, odd));
      }
      await checkBooks(firm, houses);
      await feed(firm, odd + 1);
      expect((await recount(firm.tenantId)).differences).toEqual([]);
    }),
    { numRuns: 4 },
  );
}, 120_000);
