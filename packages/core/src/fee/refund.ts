import * as z from "zod";
import { actorRef } from "../actor";
import { useActor } from "../context";
import { conflict } from "../error";
import { idOf } from "../id";
import { needReach } from "../member/scope";
import { positiveFen } from "../money";
import type { Work } from "../table/work";
import { verb } from "../verb";
import { type AccountItem, withPayment } from "./account";
import { FeeAccount } from "./account.entity";
import type { allocationKinds } from "./allocation.entity";
import { Bill } from "./bill.entity";
import { Payment, PaymentReference, paymentSchema } from "./payment.entity";
import { type PaymentItem, post, postingLimit } from "./post";
import { decisionLimit, method, reason } from "./terms";

/**
 * Gives money back: first what lies unallocated, then what was put on the newest bills, which are open again by as
 * much. The allocations stay; new ones, dated now, take their money off.
 */
export const refundPayment = verb({
  name: "fee.refundPayment",
  may: "fee.manage",
  input: z.strictObject({
    paymentId: idOf("payment"),
    amount: positiveFen,
    /** How it goes back; as it came by default. */
    method: method.optional(),
    reason,
  }),
  output: paymentSchema,
  run: async ({ paymentId, amount, method: by, reason: why }, work) => {
    const { payment, account } = await loaded(paymentId);
    if (amount > payment.amount - payment.refunded)
      throw conflict("That is more than is left of this payment", "amount");
    if (payment.refunds.length >= decisionLimit)
      throw conflict("This payment has been given back in too many parts");
    work.about(paymentId, payment.projectId, { amount, reason: why });
    const books = await takeBack(work, { payment, account }, amount - payment.unallocated, "refund");
    const refunded = payment.refunded + amount;
    const refund = {
      amount,
      method: by ?? payment.method,
      reason: why,
      by: actorRef(useActor()),
      at: work.now,
    };
    const done = work.patch(Payment, books.payment, {
      refunds: [...payment.refunds, refund],
      refunded,
      unallocated: payment.amount - refunded - books.payment.allocated,
      state: refunded === payment.amount ? "refunded" : payment.state,
    });
    work.patch(FeeAccount, books.account, withPayment(books.account, done));
    return done;
  },
});

/** A payment that never came: entered by mistake, a transfer that bounced. All it paid is open again. */
export const cancelPayment = verb({
  name: "fee.cancelPayment",
  may: "fee.manage",
  input: z.strictObject({ paymentId: idOf("payment"), reason }),
  output: paymentSchema,
  run: async ({ paymentId, reason: why }, work) => {
    const { payment, account } = await loaded(paymentId);
    if (payment.refunded > 0) throw conflict("Money of this payment was given back; refund the rest instead");
    work.about(paymentId, payment.projectId, { reason: why });
    const books = await takeBack(work, { payment, account }, payment.allocated, "cancelledPayment");
    const done = work.patch(Payment, books.payment, {
      unallocated: 0,
      state: "cancelled",
      cancelled: { reason: why, by: actorRef(useActor()), at: work.now },
    });
    work.patch(FeeAccount, books.account, withPayment(books.account, done));
    await freeReference(work, payment);
    return done;
  },
});

async function loaded(paymentId: string) {
  const payment = await Payment.need({ paymentId });
  needReach(payment.projectId);
  if (payment.state === "cancelled") throw conflict("This payment has been cancelled");
  const account = await FeeAccount.need(payment);
  return { payment, account };
}

/** Takes `amount` fen (nothing when below 1) of a payment off its bills, the newest period first. */
async function takeBack(
  work: Work,
  { payment, account }: { payment: PaymentItem; account: AccountItem },
  amount: number,
  kind: (typeof allocationKinds)[number],
) {
  const newest = payment.covers.toSorted((a, b) => (a.period > b.period ? -1 : 1));
  const parts: { billId: string; amount: number }[] = [];
  let left = amount;
  for (const cover of newest) {
    if (left <= 0) break;
    parts.push({ billId: cover.billId, amount: Math.min(left, cover.amount) });
    left -= cover.amount;
  }
  if (parts.length > postingLimit)
    throw conflict(
      `At most ${postingLimit} bills can be opened again at once; give it back in smaller parts`,
    );
  const bills = await Bill.batch(parts);
  let books = { payment, account };
  for (const part of parts) {
    const bill = bills.find(({ billId }) => billId === part.billId);
    if (bill) books = post(work, { ...books, bill }, { amount: -part.amount, kind, valueAt: work.now });
  }
  return books;
}

/** The reference is free for the payment that really came. */
async function freeReference(work: Work, { method: by, reference, paymentId }: PaymentItem) {
  const claimed = reference && (await PaymentReference.get({ method: by, reference }));
  if (claimed && claimed.paymentId === paymentId) work.remove(PaymentReference, claimed);
}
