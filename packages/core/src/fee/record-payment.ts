import * as z from "zod";
import { actorRef } from "../actor";
import { dateOf, instant, isoNow } from "../clock";
import { useActor } from "../context";
import { badRequest, conflict, notFound } from "../error";
import { needHouse } from "../house/reach";
import { idOf, newId } from "../id";
import { reaches } from "../member/scope";
import { positiveFen } from "../money";
import type { ItemOf } from "../table/entity";
import { nextNumber } from "../table/number";
import type { Work } from "../table/work";
import { tenantZone } from "../tenant/zone";
import { verb } from "../verb";
import { type AccountItem, ensureAccount, withPayment } from "./account";
import { FeeAccount } from "./account.entity";
import { allocateByLaw, type Share } from "./allocate";
import type { BillItem } from "./bill";
import { Bill } from "./bill.entity";
import { Payment, PaymentReference, paymentSchema } from "./payment.entity";
import { post, postingLimit } from "./post";
import { bookLimit, numberOf, sumOf } from "./terms";

const share = z.strictObject({ billId: idOf("bill"), amount: positiveFen });
const { method, reference, payer, note } = paymentSchema.shape;
/** A billion yuan: sums of a house's payments stay exact. */
const amount = positiveFen.max(100_000_000_000);

const input = z.strictObject({
  houseId: idOf("house"),
  /** The developer pays its bills for this (unsold) house; else the residents pay theirs. */
  developer: z.boolean().default(false),
  ...{ method, amount, reference, payer, note },
  /** When the money came; now by default. */
  receivedAt: instant.optional(),
  /** Which debts the payer says are paid, each bill once; by the law's order when left out. */
  allocations: z
    .array(share)
    .min(1)
    .max(postingLimit)
    .refine(
      (shares) => new Set(shares.map(({ billId }) => billId)).size === shares.length,
      "names a bill twice",
    )
    .optional(),
  /** The same reference stands on an earlier receipt, and this is another payment all the same. */
  acceptDuplicate: z.boolean().default(false),
});
type Input = z.output<typeof input>;

/** What the house owes and has in hand after it, fen. */
const after = z.object({ outstanding: z.int(), credit: z.int() });

/**
 * Takes in a payment and allocates it, as the payer says or by the law's order. What no bill needs stays as the
 * house's prepayment. Throws `conflict` with field `reference` when an earlier receipt has the same method and
 * reference, unless told that it is another payment.
 */
export const recordPayment = verb({
  name: "fee.recordPayment",
  may: "payment.record",
  input,
  output: paymentSchema.extend({ house: after }),
  run: async (given, work) => {
    const house = await needHouse(given.houseId);
    const { projectId, houseId, code: houseCode } = house;
    const debtor = given.developer ? ("developer" as const) : ("resident" as const);
    const receivedAt = receiptTime(given.receivedAt);
    const loaded = await FeeAccount.get({ houseId, debtor });
    if ((loaded?.credits.length ?? 0) >= bookLimit)
      throw conflict("Too many payments of this house are not allocated yet");
    const bills = await Bill.batch((loaded?.open ?? []).map(({ billId }) => ({ billId })));
    const shares = await planned(given, bills);
    const account = ensureAccount(work, loaded, { houseId, projectId, houseCode, debtor });
    const paymentId = newId("payment");
    await claimReference(work, given, { paymentId, projectId });
    const today = dateOf(work.now, await tenantZone());
    const receipt = await nextNumber(work, `receipt#${projectId}#${today}`);
    const { method: by, amount: money, reference: ref, payer: who, note: words } = given;
    const payment = work.create(Payment, {
      ...{ paymentId, projectId, houseId, houseCode, debtor, receivedAt },
      ...{ method: by, amount: money, reference: ref, payer: who, note: words },
      number: numberOf("SK", today, receipt),
      ...{
        covers: [],
        allocated: 0,
        refunds: [],
        refunded: 0,
        unallocated: money,
        state: "recorded" as const,
      },
      by: actorRef(useActor()),
      createdAt: work.now,
    });
    work.about(paymentId, projectId, { amount: money, method: by });
    return spread(work, account, payment, bills, shares);
  },
});

function spread(
  work: Work,
  before: AccountItem,
  received: ItemOf<typeof Payment>,
  bills: readonly BillItem[],
  shares: readonly Share[],
) {
  let payment = received;
  let account = work.patch(FeeAccount, before, withPayment(before, received));
  for (const { billId, amount: part } of shares.slice(0, postingLimit)) {
    const bill = bills.find((one) => one.billId === billId);
    if (!bill) throw notFound();
    const entry = { amount: part, kind: "payment" as const, valueAt: payment.receivedAt };
    ({ account, payment } = post(work, { account, bill, payment }, entry));
  }
  // More bills than one transaction holds: the rest of the money follows by schedule.
  if (shares.length > postingLimit) account = work.patch(FeeAccount, account, { settleAt: work.now });
  return { ...payment, house: { outstanding: account.owed, credit: account.credit } };
}

function receiptTime(given: string | undefined): string {
  const now = isoNow();
  if (given && Date.parse(given) > Date.parse(now))
    throw badRequest("receivedAt: money cannot have come in the future", "receivedAt");
  // One way to write an instant, so that they sort by time.
  return given ? new Date(given).toISOString() : now;
}

async function planned({ amount: money, allocations, developer }: Input, bills: readonly BillItem[]) {
  if (!allocations) return allocateByLaw(money, bills);
  if (sumOf(allocations.map((one) => one.amount)) > money)
    throw badRequest("allocations: come to more than the payment", "allocations");
  for (const [i, { billId, amount: part }] of allocations.entries()) {
    const bill = bills.find((one) => one.billId === billId) ?? (await Bill.need({ billId }));
    if (!reaches(useActor(), bill.projectId)) throw notFound();
    if (part > bill.outstanding)
      throw conflict("That is more than is outstanding on this bill", `allocations.${i}.amount`);
    if (!bills.includes(bill))
      throw badRequest(
        `allocations.${i}.billId: not a bill that ${developer ? "the developer" : "this house"} owes`,
        `allocations.${i}.billId`,
      );
  }
  return allocations;
}

async function claimReference(
  work: Work,
  { method: by, reference: text, acceptDuplicate }: Input,
  payment: { paymentId: string; projectId: string },
) {
  if (!text) return;
  const known = await PaymentReference.get({ method: by, reference: text });
  if (known && !acceptDuplicate) throw await duplicate(known);
  if (!known) work.create(PaymentReference, { method: by, reference: text, ...payment }, "race");
}

/** Names the earlier receipt to those who may see it. */
async function duplicate({ paymentId, projectId }: ItemOf<typeof PaymentReference>) {
  const earlier = reaches(useActor(), projectId) ? await Payment.get({ paymentId }) : undefined;
  const where = earlier ? ` on receipt ${earlier.number}` : "";
  return conflict(`A payment with this reference is recorded already${where}`, "reference");
}
