import * as z from "zod";
import { isoNow, plus } from "../clock";
import { pausingComplaints } from "../complaint/pausing";
import { idOf } from "../id";
import { sweep } from "../table/due";
import type { Work } from "../table/work";
import { Tenant } from "../tenant/tenant.entity";
import { verb } from "../verb";
import type { AccountItem } from "./account";
import { FeeAccount } from "./account.entity";
import { sweepRuns } from "./advance";
import type { BillItem } from "./bill";
import { Bill } from "./bill.entity";
import { bookOf } from "./book";
import { addresseeOf, sendReminder } from "./notice";
import { sweepCredits } from "./settle";

/** Bills marked as reminded in one transaction, beside the message. */
const perStep = 80;

const isRipe = (bill: BillItem, now: string) =>
  bill.status === "open" && bill.remindAt !== undefined && bill.remindAt <= now && !bill.remindedAt;

/**
 * The one friendly reminder of an overdue bill, together with all bills of its house whose reminder is due as well:
 * one message, each bill marked in the same transaction, so that a second sweep finds nothing. It names what is open
 * and how to pay, and threatens nothing (Civil Code 944). A bill that is paid or cancelled gets none; a house whose
 * complaint about service is open is asked again every day.
 */
const remindHouse = verb({
  name: "fee.remind",
  may: "system",
  input: z.strictObject({ billId: idOf("bill") }),
  output: z.object({ bills: z.int(), sent: z.boolean() }),
  run: async ({ billId }, work) => {
    const bill = await Bill.need({ billId });
    const now = isoNow();
    if (!isRipe(bill, now)) return { bills: 0, sent: false };
    const account = await FeeAccount.need(bill);
    const all = await Bill.batch(account.open.map((one) => ({ billId: one.billId })));
    const ripe = all
      .filter((one) => isRipe(one, now))
      .sort((a, b) => (`${a.dueOn}${a.period}` < `${b.dueOn}${b.period}` ? -1 : 1));
    // Another sweep was there in between.
    if (ripe.length === 0) return { bills: 0, sent: false };
    work.about(account.houseId, account.projectId, { bills: ripe.length });
    const { reminders } = await bookOf(account.projectId);
    if (!reminders) return withhold(work, ripe);
    if ((await pausingComplaints(account.houseId)).length > 0)
      return withhold(work, ripe, plus(now, { days: 1 }));
    return remind(work, account, ripe);
  },
});

/** Sends nothing, for good or until then. */
function withhold(work: Work, ripe: readonly BillItem[], until?: string) {
  for (const bill of ripe.slice(0, perStep)) work.patch(Bill, bill, { remindAt: until });
  return { bills: 0, sent: false };
}

async function remind(work: Work, account: AccountItem, ripe: readonly BillItem[]) {
  const spokenOf = new Set(account.spokenOf);
  const fresh = ripe.filter((bill) => !spokenOf.has(bill.billId));
  const next = fresh.length > 0 ? await speak(work, account, fresh) : account;
  const marked = ripe.slice(0, perStep);
  for (const bill of marked) work.patch(Bill, bill, { remindedAt: work.now });
  const rest = ripe.slice(perStep).map((bill) => bill.billId);
  work.patch(FeeAccount, next, { spokenOf: rest.length > 0 ? rest : undefined });
  return { bills: marked.length, sent: fresh.length > 0 };
}

async function speak(work: Work, account: AccountItem, bills: readonly BillItem[]): Promise<AccountItem> {
  const tenant = await Tenant.need({});
  const to = await addresseeOf(account.houseId, tenant.zone);
  return to ? sendReminder(work, { tenant, account, to, bills }) : account;
}

/** Sends what reminders are due. Doing it twice sends nothing the second time. */
export const sweepReminders = () =>
  sweep("billReminder", ({ pk }) => remindHouse({ billId: pk.split("#")[1] ?? "" }));

/** Runs the parts one after the other; one that fails does not hold up the others and is thrown last. */
async function all(parts: readonly (() => Promise<unknown>)[]): Promise<void> {
  const errors: unknown[] = [];
  for (const part of parts) await part().catch((error) => errors.push(error));
  if (errors.length > 0) throw new AggregateError(errors, "parts of the fee schedule failed");
}

/** The schedule `billing`: goes on with runs under way and allocates the prepayments that wait. */
export const runBilling = () => all([sweepRuns, sweepCredits]);

/** The schedule `fees`: the reminders that are due; runs and prepayments too, should `billing` have stopped. */
export const runFeeSchedule = () => all([sweepRuns, sweepCredits, sweepReminders]);
