import * as z from "zod";
import { needHouse } from "../house/reach";
import { idOf } from "../id";
import { sweep } from "../table/due";
import type { Work } from "../table/work";
import { Tenant } from "../tenant/tenant.entity";
import { verb } from "../verb";
import type { AccountItem } from "./account";
import { FeeAccount } from "./account.entity";
import { allocateByLaw } from "./allocate";
import type { BillItem } from "./bill";
import { Bill } from "./bill.entity";
import { addresseeOf, sendNotice } from "./notice";
import { Payment } from "./payment.entity";
import { type PaymentItem, post } from "./post";
import { debtor } from "./terms";

/** Postings a step, so that each with its three records, and a few notices, fit one transaction. */
const perStep = 25;
/** Notices a step. */
const noticesPerStep = 5;

const where = { houseId: idOf("house"), debtor: debtor.default("resident") };
const state = z.object({ allocated: z.int(), outstanding: z.int(), credit: z.int() });

async function settle(work: Work, account: AccountItem) {
  const bills = await Bill.batch(account.open.map(({ billId }) => ({ billId })));
  const payments = await Payment.batch(account.credits);
  const before = account.credit;
  const books = postCredits(work, account, payments, bills);
  const moreNotices = await noticeRest(work, books);
  const again = moreNotices || (books.account.credit > 0 && books.account.owed > 0);
  // Written in any case, so that whoever moves this house's money at the same time is made to look again.
  const done = work.patch(FeeAccount, books.account, { settleAt: again ? work.now : undefined });
  return { allocated: before - done.credit, outstanding: done.owed, credit: done.credit };
}

type Books = { account: AccountItem; bills: BillItem[] };

/** Puts what lies unallocated on the open bills, the earliest payment first, by the law's order. */
function postCredits(
  work: Work,
  start: AccountItem,
  payments: readonly PaymentItem[],
  open: BillItem[],
): Books {
  let books: Books = { account: start, bills: open };
  let left = perStep;
  for (const received of payments.toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))) {
    let payment = received;
    const shares = allocateByLaw(payment.unallocated, books.bills).slice(0, left);
    for (const { billId, amount } of shares) {
      const bill = books.bills.find((one) => one.billId === billId);
      if (!bill) continue;
      const entry = { amount, kind: "prepayment" as const, valueAt: work.now };
      const next = post(work, { account: books.account, bill, payment }, entry);
      payment = next.payment;
      books = {
        account: next.account,
        bills: books.bills.map((one) => (one === bill ? next.bill : one)),
      };
    }
    left -= shares.length;
  }
  return books;
}

/** Sends the notices that waited for this; a bill that the prepayment covers needs none. Tells whether more wait. */
async function noticeRest(work: Work, books: Books): Promise<boolean> {
  const waiting = books.bills.filter((bill) => bill.awaitsNotice && bill.outstanding > 0);
  if (waiting.length === 0) return false;
  const tenant = await Tenant.need({});
  const to = await addresseeOf(books.account.houseId, tenant.zone);
  for (const bill of waiting.slice(0, noticesPerStep))
    if (to) books.account = sendNotice(work, { tenant, account: books.account, bill, to });
    else work.patch(Bill, bill, { awaitsNotice: undefined });
  return waiting.length > noticesPerStep;
}

/** Allocates a house's prepayment to its open bills, and sends the notices that waited for that. Safe twice. */
export const settleCredit = verb({
  name: "fee.settleCredit",
  may: "payment.record",
  input: z.strictObject(where),
  output: state,
  run: async (key, work) => {
    const house = await needHouse(key.houseId);
    const account = await FeeAccount.get(key);
    if (!account || (account.credit === 0 && !account.settleAt))
      return { allocated: 0, outstanding: account?.owed ?? 0, credit: account?.credit ?? 0 };
    work.about(key.houseId, house.projectId);
    return settle(work, account);
  },
});

/** Allocates every prepayment that waits for it: what a killed run left, what one transaction could not hold. */
export const sweepCredits = () =>
  sweep("feeCredit", ({ pk, sk }) =>
    settleCredit({ houseId: pk.split("#")[1] ?? "", debtor: debtor.parse(sk.split("#")[1]) }),
  );
