import type { Statement } from "@frontdesk/core/fee/index";
import { amount, period } from "@frontdesk/core/message/catalogue/format";
import type { Locale } from "@frontdesk/core/tenant/tenant.entity";
import { countOf } from "./quote.parts";
import { statementTexts } from "./statement.texts";

type Bill = Statement["open"][number];
type Shown = { locale: Locale };

/** "30 November 2026" */
export const day = (date: string, locale: Locale) =>
  new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${date}T00:00:00Z`),
  );

/** What is owed in all. */
export const Total = ({ statement, locale }: Shown & { statement: Statement }) => {
  const words = statementTexts[locale];
  const { outstanding, overdue, credit } = statement;
  return (
    <div class="card">
      {outstanding > 0 ? (
        <h2>
          {words.owed} {amount(outstanding, locale)}
        </h2>
      ) : (
        <p>{words.nothing}</p>
      )}
      {overdue > 0 && <p>{words.overdue(amount(overdue, locale))}</p>}
      {credit > 0 && <p>{words.credit(amount(credit, locale))}</p>}
    </div>
  );
};

/** What comes off, with a minus before the currency sign. */
const less = (fen: number, locale: Locale) => `−${amount(fen, locale)}`;

const Row = ({ label, sum, strong }: { label: string; sum: string; strong?: boolean }) => (
  <tr>
    <th scope="row">{label}</th>
    <td class="number">{strong ? <strong>{sum}</strong> : sum}</td>
  </tr>
);

/** The month a bill is for; of paid service that it is one. */
const titleOf = ({ origin, period: of }: Bill, locale: Locale) =>
  origin === "service" ? statementTexts[locale].service(period(of, locale)) : period(of, locale);

/** A bill to be paid, each item with how it comes about. */
export const OpenBill = ({ bill, locale }: Shown & { bill: Bill }) => {
  const words = statementTexts[locale];
  const { number, dueOn, overdue, waived, paid, outstanding } = bill;
  return (
    <section class="card">
      <h2>{titleOf(bill, locale)}</h2>
      <p class="soft">
        {words.number} {number} · {words.due} {day(dueOn, locale)}
        {overdue && ` · ${words.past}`}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.item}</th>
            <th scope="col" class="number">
              {words.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {bill.lines.map((line) => (
            <Line line={line} locale={locale} />
          ))}
          {(bill.lines.length > 1 || waived + paid > 0) && (
            <Row label={words.billed} sum={amount(bill.amount, locale)} />
          )}
          {waived > 0 && <Row label={words.waived} sum={less(waived, locale)} />}
          {paid > 0 && <Row label={words.paid} sum={less(paid, locale)} />}
          <Row label={words.left} sum={amount(outstanding, locale)} strong />
        </tbody>
      </table>
    </section>
  );
};

const Line = ({ line, locale }: Shown & { line: Bill["lines"][number] }) => {
  const words = statementTexts[locale];
  const { item, fenPerM2, areaHundredths, agreed } = line;
  return (
    <tr>
      <td>
        {agreed?.names[locale] ?? words.items[item] ?? item}
        {agreed && (
          <>
            <br />
            <small class="soft">{countOf(agreed, locale)}</small>
          </>
        )}
        {fenPerM2 !== undefined && areaHundredths !== undefined && (
          <>
            <br />
            <small class="soft">
              {words.perM2(amount(fenPerM2, locale), (areaHundredths / 100).toFixed(2))}
            </small>
          </>
        )}
      </td>
      <td class="number">{amount(line.amount, locale)}</td>
    </tr>
  );
};

/** The firm's own words, or the usual ways. */
export const HowToPay = ({ statement, locale }: Shown & { statement: Statement }) => {
  const words = statementTexts[locale];
  const { payNote, project, house } = statement;
  return (
    <section class="card">
      <h2>{words.howToPay}</h2>
      {payNote?.split("\n").map((line) => <p>{line}</p>) ?? <p>{words.ways}</p>}
      <p>{words.remark(house)}</p>
      {project.phone && <p>{words.call(project.phone)}</p>}
    </section>
  );
};

/** Bills with nothing left to pay. */
export const Settled = ({ bills, locale }: Shown & { bills: readonly Bill[] }) => {
  const words = statementTexts[locale];
  return (
    <section class="card">
      <h2>{words.settled}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.month}</th>
            <th scope="col" class="number">
              {words.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {bills.map((bill) => (
            <tr>
              <td>
                {titleOf(bill, locale)}
                <br />
                <small class="soft">
                  {bill.number}
                  {bill.waived > 0 && ` · ${words.waived} ${amount(bill.waived, locale)}`}
                </small>
              </td>
              <td class="number">{amount(bill.amount, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** What came in and what was given back. */
export const Payments = ({ payments, locale }: Shown & { payments: Statement["payments"] }) => {
  const words = statementTexts[locale];
  return (
    <section class="card">
      <h2>{words.payments}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.received}</th>
            <th scope="col" class="number">
              {words.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {payments.map((payment) => (
            <tr>
              <td>
                {day(payment.on, locale)}
                <br />
                <small class="soft">
                  {words.methods[payment.method]} · {words.receipt} {payment.number}
                </small>
              </td>
              <td class="number">
                {amount(payment.amount, locale)}
                {payment.refunded > 0 && (
                  <>
                    <br />
                    <small class="soft">{words.refunded(amount(payment.refunded, locale))}</small>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
