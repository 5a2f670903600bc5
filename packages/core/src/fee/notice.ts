import { dateOf, isoNow, plus } from "../clock";
import { peopleOf } from "../house/index";
import { createLink } from "../link/link";
import { linkUrl } from "../link/url";
import { period as periodText } from "../message/catalogue/format";
import { queueMessage, type Receiver } from "../message/outbox";
import type { ItemOf } from "../table/entity";
import type { Work } from "../table/work";
import type { Tenant } from "../tenant/tenant.entity";
import type { AccountItem } from "./account";
import { FeeAccount } from "./account.entity";
import type { BillItem } from "./bill";
import { Bill } from "./bill.entity";
import { sumOf } from "./terms";

/** Who is told of a house's bills. */
export type Addressee = Receiver & { residentId: string };
type Told = { tenant: ItemOf<typeof Tenant>; account: AccountItem; to: Addressee };

/** A link lives two years; one that would end soon is replaced by the next notice. */
const linkDays = 730;
const renewDays = 90;

/** The house's present owner who can be reached, else its occupant; undefined: nobody. */
export async function addresseeOf(houseId: string, zone: string): Promise<Addressee | undefined> {
  const today = dateOf(isoNow(), zone);
  const people = (await peopleOf(houseId)).filter(
    ({ from = today, to = today, phone, email, as }) =>
      from <= today && to >= today && (phone || email) && as !== "family",
  );
  const [first] = people;
  if (!first) return undefined;
  const { residentId, phone, email, locale, refuses } = first;
  return { residentId, phone, email, locale, refuses };
}

/** The house's statement link for this receiver; another receiver, or a link near its end, gets a new one. */
export function statementUrl(work: Work, account: AccountItem, residentId: string) {
  const { link } = account;
  if (link && link.residentId === residentId && link.expires > plus(work.now, { days: renewDays }))
    return { url: linkUrl("statement", link.token), account };
  const expires = plus(work.now, { days: linkDays });
  const token = createLink(work, { kind: "statement", subjectId: account.houseId, expires });
  const next = work.patch(FeeAccount, account, { link: { token, residentId, expires } });
  return { url: linkUrl("statement", token), account: next };
}

/** Queues the notice of a bill with what is left to pay, and marks the bill so. Residents' bills only. */
export function sendNotice(work: Work, { tenant, account, bill, to }: Told & { bill: BillItem }) {
  const { url, account: next } = statementUrl(work, account, to.residentId);
  const { houseCode: house, outstanding: amount, dueOn: due, billId } = bill;
  const period = periodOf(bill, to.locale);
  queueMessage(work, tenant, {
    key: "billNotice",
    values: { house, period, amount, due, url },
    to,
    aboutId: billId,
  });
  work.patch(Bill, bill, { noticedAt: work.now, awaitsNotice: undefined });
  return next;
}

/** Queues one friendly reminder for one or several bills of a house, the oldest first. Returns the account. */
export function sendReminder(
  work: Work,
  { tenant, account, to, bills }: Told & { bills: readonly BillItem[] },
) {
  const { url, account: next } = statementUrl(work, account, to.residentId);
  const [first] = bills;
  if (!first) return next;
  const refuseToken = createLink(work, { kind: "refuse", subjectId: to.residentId });
  queueMessage(work, tenant, {
    key: "billReminder",
    values: {
      house: account.houseCode,
      period: periods(bills, to.locale),
      amount: sumOf(bills.map((bill) => bill.outstanding)),
      due: first.dueOn,
      url,
      refuseUrl: linkUrl("refuse", refuseToken),
    },
    to,
    optional: true,
    aboutId: first.billId,
  });
  return next;
}

/** What a bill is for: its month, or paid service. */
const periodOf = ({ origin, period }: BillItem, locale: Receiver["locale"]) =>
  origin === "service" ? { "zh-CN": "有偿服务", en: "paid service" }[locale] : period;

/** "2026-11" for one bill; "2026年6月等3期", "June 2026 and 2 more" for several. */
function periods(bills: readonly BillItem[], locale: Receiver["locale"]): string {
  const [first = "", ...more] = bills.map((bill) => periodOf(bill, locale));
  if (more.length === 0) return first;
  const month = periodText(first, locale);
  return locale === "zh-CN" ? `${month}等${more.length + 1}期` : `${month} and ${more.length} more`;
}
