import type { BillItem } from "../fee/bill";
import { Bill } from "../fee/bill.entity";
import { totalOf } from "../quote/line";
import type { QuoteItem } from "../quote/quote.entity";
import { openFile } from "../ticket/file";
import { momentIn, type ReportRow, type Setting, type Value } from "./columns";
import { counted, listed } from "./materials";
import { type PaidColumn, type Payment, reportWords } from "./words";

/** A paid service as it was agreed to, done and charged. */
export type Service = {
  quotes: readonly QuoteItem[];
  bills: readonly BillItem[];
};

/** What lies with a ticket whose work was paid for; one of earlier versions has no quote, and nothing was charged. */
export async function serviceOf(ticketId: string): Promise<Service> {
  const { quotes } = await openFile(ticketId);
  const charged = quotes.filter((one) => one.charged);
  const bills = await Bill.batch(charged.map((one) => ({ billId: one.charged?.billId ?? "" })));
  return { quotes: charged, bills };
}

/** What a report says of a paid service, besides what it says of every ticket; money in yuan. */
export function serviceCells({ quotes, bills }: Service, { locale, zone }: Setting) {
  const words = reportWords[locale];
  const lines = quotes.flatMap((one) => one.lines);
  const consent = quotes.at(-1)?.consent;
  const money = (fen: number) => (quotes.length > 0 ? fen / 100 : null);
  return {
    lines: listed(
      lines.map(({ names, unit, hundredths }) => counted(names[locale], unit, hundredths, locale)),
    ),
    labour: money(totalOf(lines, "labour")),
    materials: money(totalOf(lines, "material")),
    total: money(totalOf(lines)),
    consent: consent ? words.consents[consent.by] : null,
    consentAt: momentIn(consent?.at, zone),
    consentBy: consent?.name ?? null,
    bill: listed(bills.map(({ number }) => number).sort()),
    payment: bills.length > 0 ? words.payments[paymentOf(bills)] : null,
    outstanding: money(sum(bills, "outstanding")),
  } satisfies Record<PaidColumn, Value>;
}

const sum = (bills: readonly BillItem[], of: "outstanding" | "paid") =>
  bills.reduce((all, bill) => all + bill[of], 0);

/** What has become of the bills of a service; cancelled ones count only where there is no other. */
function paymentOf(bills: readonly BillItem[]): Payment {
  const standing = bills.filter(({ status }) => status !== "cancelled");
  if (standing.length === 0) return "cancelled";
  const paid = sum(standing, "paid") > 0;
  if (sum(standing, "outstanding") === 0) return paid ? "paid" : "waived";
  return paid ? "partly" : "unpaid";
}

const column = (rows: readonly ReportRow[], name: PaidColumn) =>
  // In fen, as sums of yuan would not be exact.
  rows.reduce((all, row) => all + Math.round(Number(row[name] ?? 0) * 100), 0) / 100;

/** What the services of a list come to, by the names of `totalNames`. */
export const serviceTotals = (rows: readonly ReportRow[]) => ({
  services: rows.length,
  labour: column(rows, "labour"),
  materials: column(rows, "materials"),
  total: column(rows, "total"),
  outstanding: column(rows, "outstanding"),
});
