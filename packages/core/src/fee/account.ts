import type { ItemOf } from "../table/entity";
import type { Work } from "../table/work";
import { FeeAccount } from "./account.entity";
import type { BillItem } from "./bill";
import type { Payment } from "./payment.entity";
import { sumOf } from "./terms";

export type AccountItem = ItemOf<typeof FeeAccount>;
type PaymentItem = ItemOf<typeof Payment>;
type Owner = Pick<AccountItem, "houseId" | "projectId" | "houseCode" | "debtor">;

/** The house's account in this work: the one loaded, or a new one. */
export function ensureAccount(work: Work, account: AccountItem | undefined, owner: Owner): AccountItem {
  if (account) return account;
  const { houseId, projectId, houseCode, debtor } = owner;
  const empty = { open: [], owed: 0, credits: [], credit: 0 };
  return work.create(FeeAccount, { houseId, projectId, houseCode, debtor, ...empty }, "race");
}

/** The account's changes when a bill is as it is now. */
export function withBill(account: AccountItem, bill: BillItem): Partial<AccountItem> {
  const { billId, period, dueOn, outstanding } = bill;
  const service = bill.origin === "service" ? (true as const) : undefined;
  const others = account.open.filter((one) => one.billId !== billId);
  const open = outstanding > 0 ? [...others, { billId, period, dueOn, outstanding, service }] : others;
  open.sort((a, b) => (`${a.dueOn}${a.period}` < `${b.dueOn}${b.period}` ? -1 : 1));
  return { open, owed: sumOf(open.map((one) => one.outstanding)), oldestDueOn: open[0]?.dueOn };
}

/** The account's changes when a payment is as it is now. */
export function withPayment(account: AccountItem, payment: PaymentItem): Partial<AccountItem> {
  const { paymentId, unallocated } = payment;
  const others = account.credits.filter((one) => one.paymentId !== paymentId);
  const credits = unallocated > 0 ? [...others, { paymentId, amount: unallocated }] : others;
  credits.sort((a, b) => (a.paymentId < b.paymentId ? -1 : 1));
  return { credits, credit: sumOf(credits.map((one) => one.amount)) };
}
