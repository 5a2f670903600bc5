import { dateOf, daysAfter, monthOf } from "../clock";
import { House } from "../house/house.entity";
import type { Line } from "../quote/line";
import type { Work } from "../table/work";
import { Tenant } from "../tenant/tenant.entity";
import { ensureAccount, withBill } from "./account";
import { FeeAccount } from "./account.entity";
import { type BillItem, remindAt, takeNumbers } from "./bill";
import { Bill, serviceBillIdOf } from "./bill.entity";
import { bookOf } from "./book";
import { tellBill } from "./correct";
import { debtorOf, sumOf } from "./terms";

/** So long after the work a bill of paid service is due. */
const dueDays = 7;

/** What a house agreed to pay for, and on which ticket. */
type Service = { ticketId: string; quote: number; houseId: string; lines: readonly Line[] };

/**
 * Adds to the work the bill of what a house agreed to, for the month in which it was done, with its account and its
 * notice; from then on it is paid, waived and cancelled like any other. A second one for the same quote is a race,
 * which finds the first. Throws `not_found` out of reach.
 */
export async function chargeService(
  work: Work,
  { ticketId, quote, houseId, lines }: Service,
): Promise<BillItem> {
  const [house, tenant] = await Promise.all([House.need({ houseId }), Tenant.need({})]);
  const { projectId, code: houseCode } = house;
  const book = await bookOf(projectId);
  const period = monthOf(work.now, tenant.zone);
  const dueOn = daysAfter(dateOf(work.now, tenant.zone), dueDays);
  const debtor = debtorOf(house);
  const charged = lines.filter((line) => line.amount > 0).map((line) => billed(line, tenant.locale));
  const amount = sumOf(charged.map((line) => line.amount));
  const [number = ""] = await takeNumbers(work, projectId, period, 1);
  const bill = work.create(
    Bill,
    {
      billId: serviceBillIdOf(ticketId, quote),
      ...{ projectId, houseId, houseCode, number, period, debtor, dueOn, ticketId },
      ...{ revision: 1, origin: "service", lines: charged, amount, waivers: [], waived: 0 },
      ...{ paid: 0, outstanding: amount, status: "open", issuedAt: work.now },
      remindAt: debtor === "resident" ? remindAt(dueOn, work.now, tenant.zone, book) : undefined,
    },
    "race",
  );
  const loaded = await FeeAccount.get({ houseId, debtor });
  const before = ensureAccount(work, loaded, { houseId, projectId, houseCode, debtor });
  const account = work.patch(FeeAccount, before, withBill(before, bill));
  await tellBill(work, account, bill);
  return bill;
}

/** A line as it was agreed to; its item in the firm's own language, like all others. */
const billed = ({ names, unit, hundredths, unitFen, amount }: Line, locale: "zh-CN" | "en") => ({
  ...{ item: names[locale], amount },
  agreed: { names, unit, hundredths, unitFen },
});
