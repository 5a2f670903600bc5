import type * as z from "zod";
import { actorRef } from "../actor";
import { plus } from "../clock";
import { useActor } from "../context";
import { conflict } from "../error";
import { newId } from "../id";
import type { ItemOf } from "../table/entity";
import type { Work } from "../table/work";
import { type AccountItem, withBill, withPayment } from "./account";
import { FeeAccount } from "./account.entity";
import { Allocation, type allocationSchema } from "./allocation.entity";
import { type BillItem, changed } from "./bill";
import { Bill } from "./bill.entity";
import { Payment } from "./payment.entity";
import { sumOf } from "./terms";

export type PaymentItem = ItemOf<typeof Payment>;
/** The records that move together when money goes on a bill or comes off it again. */
export type Books = { account: AccountItem; bill: BillItem; payment: PaymentItem };
type Entry = Pick<z.output<typeof allocationSchema>, "amount" | "kind" | "valueAt">;

/** So many bills or allocations a verb touches at most: two or three writes each fit one transaction. */
export const postingLimit = 40;
/** Days a bill that is open again is left in peace before its reminder. */
const graceDays = 7;

/** Writes an allocation beside its bill; the caller changes the bill by the same amount in the same work. */
export function allocate(
  work: Work,
  bill: BillItem,
  entry: Entry & Pick<z.output<typeof allocationSchema>, "paymentId" | "method">,
) {
  const { billId, projectId, houseId, houseCode, number, period, debtor, origin } = bill;
  work.create(Allocation, {
    allocationId: newId("allocation"),
    ...{ billId, projectId, houseId, houseCode, number, period, debtor },
    service: origin === "service" ? true : undefined,
    ...entry,
    by: actorRef(useActor()),
    at: work.now,
  });
}

/**
 * Puts money of a payment on a bill (amount above 0, fen) or takes it off again (below 0): allocation, bill, payment
 * and account in one transaction, so that none ever says more than the others. Returns the records as they then are.
 */
export function post(work: Work, { account, bill, payment }: Books, entry: Entry): Books {
  const { amount } = entry;
  const lies = payment.covers.find((cover) => cover.billId === bill.billId)?.amount ?? 0;
  if (amount > bill.outstanding || amount > payment.unallocated || lies + amount < 0)
    throw conflict("That is more than is there");
  allocate(work, bill, { ...entry, paymentId: payment.paymentId, method: payment.method });
  const nextBill = work.patch(
    Bill,
    bill,
    changed(bill, { paid: bill.paid + amount, ...(amount < 0 && inPeace(work, bill)) }),
  );
  const nextPayment = work.patch(Payment, payment, coverage(payment, bill, amount));
  const changes = withBill(account, nextBill);
  const nextAccount = work.patch(FeeAccount, account, {
    ...changes,
    ...withPayment({ ...account, ...changes }, nextPayment),
  });
  return { account: nextAccount, bill: nextBill, payment: nextPayment };
}

/** A payment's changes when so much more of it (fen; below 0: less) lies on a bill. */
export function coverage(payment: PaymentItem, bill: BillItem, amount: number): Partial<PaymentItem> {
  const { billId, period } = bill;
  const lies = payment.covers.find((cover) => cover.billId === billId)?.amount ?? 0;
  const others = payment.covers.filter((cover) => cover.billId !== billId);
  const covers = lies + amount > 0 ? [...others, { billId, period, amount: lies + amount }] : others;
  const allocated = sumOf(covers.map((cover) => cover.amount));
  return { covers, allocated, unallocated: payment.amount - payment.refunded - allocated };
}

/** Nobody is reminded in the hour a cashier corrects something. */
function inPeace(work: Work, bill: BillItem): Partial<BillItem> {
  const earliest = plus(work.now, { days: graceDays });
  return bill.remindAt && bill.remindAt < earliest ? { remindAt: earliest } : {};
}
