import * as z from "zod";
import { actorRef } from "../actor";
import { daysAfter, localDate } from "../clock";
import { useActor } from "../context";
import { badRequest, conflict } from "../error";
import { House } from "../house/house.entity";
import { idOf } from "../id";
import { needReach } from "../member/scope";
import { positiveFen } from "../money";
import type { ItemOf } from "../table/entity";
import type { Work } from "../table/work";
import { Tenant } from "../tenant/tenant.entity";
import { tenantZone } from "../tenant/zone";
import { verb } from "../verb";
import { type AccountItem, ensureAccount, withBill, withPayment } from "./account";
import { FeeAccount } from "./account.entity";
import { Allocation } from "./allocation.entity";
import { type BillItem, changed, charge, remindAt, takeNumbers } from "./bill";
import { Bill, billIdOf, billSchema } from "./bill.entity";
import { bookOf } from "./book";
import { addresseeOf, sendNotice } from "./notice";
import { Payment } from "./payment.entity";
import { allocate, coverage, postingLimit } from "./post";
import { inForce, standardsOf } from "./standard";
import { debtorOf, decisionLimit, lastDayOf, reason, sumOf } from "./terms";

async function billInReach(billId: string) {
  const bill = await Bill.need({ billId });
  needReach(bill.projectId);
  if (bill.cancelled) throw conflict("This bill has been cancelled");
  return bill;
}

/** Lets a house off a part of a bill, or all that is open, for a reason that stays on it. No money was collected. */
export const waiveBill = verb({
  name: "fee.waiveBill",
  may: "fee.manage",
  input: z.strictObject({ billId: idOf("bill"), amount: positiveFen, reason }),
  output: billSchema,
  run: async ({ billId, amount, reason: why }, work) => {
    const bill = await billInReach(billId);
    if (amount > bill.outstanding) throw conflict("That is more than is outstanding on this bill", "amount");
    if (bill.waivers.length >= decisionLimit) throw conflict("This bill has been waived in too many parts");
    work.about(billId, bill.projectId, { amount, reason: why });
    const waiver = { amount, reason: why, by: actorRef(useActor()), at: work.now };
    const account = await FeeAccount.need(bill);
    const next = work.patch(Bill, bill, changed(bill, { waivers: [...bill.waivers, waiver] }));
    work.patch(FeeAccount, account, withBill(account, next));
    return next;
  },
});

/**
 * A bill that should never have been: nothing is owed by it and no figure counts it any more. What payments had put
 * on it is the house's prepayment again; what an opening import called paid before is gone with it.
 */
export const cancelBill = verb({
  name: "fee.cancelBill",
  may: "fee.manage",
  input: z.strictObject({ billId: idOf("bill"), reason }),
  output: billSchema,
  run: async ({ billId, reason: why }, work) => {
    const bill = await billInReach(billId);
    work.about(billId, bill.projectId, { reason: why });
    let account = await FeeAccount.need(bill);
    for (const payment of await undoAllocations(work, bill))
      account = work.patch(FeeAccount, account, withPayment(account, payment));
    const cancelled = { reason: why, by: actorRef(useActor()), at: work.now };
    const next = work.patch(Bill, bill, changed(bill, { paid: 0, cancelled }));
    work.patch(FeeAccount, account, withBill(account, next));
    return next;
  },
});

/** Undoes every allocation of the bill at the instant it counted at. Returns the payments as they then are. */
async function undoAllocations(work: Work, bill: BillItem) {
  const { items } = await Allocation.query("table", [bill.billId], {
    begins: "allocation#",
    limit: postingLimit + 1,
  });
  if (items.length > postingLimit)
    throw conflict(`More than ${postingLimit} allocations lie on this bill; waive what is open instead`);
  for (const { amount, paymentId, method, valueAt } of items)
    allocate(work, bill, { amount: -amount, kind: "cancelledBill", paymentId, method, valueAt });
  const ids = new Set(items.flatMap(({ paymentId }) => paymentId ?? []));
  const payments = await Payment.batch([...ids].map((paymentId) => ({ paymentId })));
  return payments
    .map((payment) => ({
      payment,
      net: sumOf(items.filter((one) => one.paymentId === payment.paymentId).map(({ amount }) => amount)),
    }))
    .filter(({ net }) => net > 0)
    .map(({ payment, net }) => work.patch(Payment, payment, coverage(payment, bill, -net)));
}

/** Makes a cancelled bill anew: the same house and month, by the standards and the area as they are now. */
export const reissueBill = verb({
  name: "fee.reissueBill",
  may: "fee.manage",
  input: z.strictObject({ billId: idOf("bill"), dueOn: localDate.optional() }),
  output: billSchema,
  run: async ({ billId, dueOn }, work) => {
    const old = await Bill.need({ billId });
    needReach(old.projectId);
    if (!old.cancelled) throw conflict("Only a cancelled bill is made anew");
    if (old.origin === "service") throw conflict("Paid service is billed by what was agreed to, once");
    const house = await House.need(old);
    const standards = inForce(await standardsOf(old.projectId), old.period);
    const charged = charge(house, standards);
    if (charged.amount === 0) throw badRequest("No charge standard is in force in this month");
    const book = await bookOf(old.projectId);
    const due = dueOn ?? daysAfter(lastDayOf(old.period), book.dueDays);
    if (due < `${old.period}-01`) throw badRequest("dueOn: before the month it is for", "dueOn");
    const zone = await tenantZone();
    const remind = debtorOf(house) === "developer" ? undefined : remindAt(due, work.now, zone, book);
    return makeAnew(work, old, house, { ...charged, dueOn: due, remindAt: remind });
  },
});

async function makeAnew(
  work: Work,
  old: BillItem,
  house: ItemOf<typeof House>,
  fields: Pick<BillItem, "lines" | "amount" | "dueOn" | "remindAt">,
) {
  const { houseId, projectId, code: houseCode } = house;
  const debtor = debtorOf(house);
  const [number = ""] = await takeNumbers(work, projectId, old.period, 1);
  const revision = old.revision + 1;
  const bill = work.create(
    Bill,
    {
      billId: billIdOf(houseId, old.period, revision),
      ...{ projectId, houseId, houseCode, number, revision, debtor, ...fields },
      ...{ period: old.period, origin: "run", waivers: [] },
      ...{ waived: 0, paid: 0, outstanding: fields.amount, status: "open" },
      issuedAt: work.now,
    },
    conflict("This bill has been made anew already"),
  );
  const loaded = await FeeAccount.get({ houseId, debtor });
  const before = ensureAccount(work, loaded, { houseId, projectId, houseCode, debtor });
  const account = work.patch(FeeAccount, before, withBill(before, bill));
  await tellBill(work, account, bill);
  work.about(bill.billId, projectId, { insteadOf: old.number });
  return bill;
}

/** The notice of a bill made by itself; a prepayment is allocated first. */
export async function tellBill(work: Work, account: AccountItem, bill: BillItem) {
  const tenant = await Tenant.need({});
  const to = bill.debtor === "resident" ? await addresseeOf(bill.houseId, tenant.zone) : undefined;
  if (account.credit > 0) {
    work.patch(FeeAccount, account, { settleAt: work.now });
    if (to) work.patch(Bill, bill, { awaitsNotice: true });
  } else if (to) sendNotice(work, { tenant, account, bill, to });
}
