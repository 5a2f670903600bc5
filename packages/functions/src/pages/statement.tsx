import { type Statement, statementOf } from "@frontdesk/core/fee/index";
import { amount, period } from "@frontdesk/core/message/catalogue/format";
import type { Locale } from "@frontdesk/core/tenant/tenant.entity";
import type { Context } from "hono";
import { page } from "./layout";
import { pageLocale } from "./locale";
import { messagePage } from "./messages";
import { residentPages } from "./pages";
import { statementTexts } from "./statement.texts";

type Bill = Statement["open"][number];
type Shown = { locale: Locale };

/** /b/<token>: what a house owes, item by item, what was paid, and how to pay. Nothing on it needs a script. */
export const statementPages = residentPages((app) => {
  app.get("/:token", async (c) => {
    const statement = await statementOf(c.req.param("token"));
    return "ended" in statement ? ended(c, statement.firm) : show(c, statement);
  });
});

/** A link that was good once: over, or replaced since somebody else receives the bills. */
function ended(c: Context, firm: string) {
  const locale = pageLocale(c);
  return messagePage(c, { ...statementTexts[locale].ended, locale, firm, mood: "info", status: 410 });
}

const day = (date: string, locale: Locale) =>
  new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${date}T00:00:00Z`),
  );

function show(c: Context, statement: Statement) {
  const locale = pageLocale(c, statement.locale);
  const words = statementTexts[locale];
  const { firm, project, house, name, on, open, settled, payments } = statement;
  return page(
    c,
    { locale, firm, title: words.title },
    <>
      <h1>{words.title}</h1>
      <p>
        {project.name} {house}
        {name && ` · ${name}`}
      </p>
      <p class="soft">{words.asOf(day(on, locale))}</p>
      <Total statement={statement} locale={locale} />
      {open.length > 0 && <h2>{words.open}</h2>}
      {open.map((bill) => (
        <OpenBill bill={bill} locale={locale} />
      ))}
      {open.length > 0 && <HowToPay statement={statement} locale={locale} />}
      {settled.length > 0 && <Settled bills={settled} locale={locale} />}
      {payments.length > 0 && <Payments payments={payments} locale={locale} />}
      <p class="hint">{words.questions}</p>
      <p class="hint">{words.personal}</p>
    </>,
  );
}

const Total = ({ statement, locale }: Shown & { statement: Statement }) => {
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

const OpenBill = ({ bill, locale }: Shown & { bill: Bill }) => {
  const words = statementTexts[locale];
  const { number, dueOn, overdue, waived, paid, outstanding } = bill;
  return (
    <section class="card">
      <h2>{period(bill.period, locale)}</h2>
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
  const { item, fenPerM2, areaHundredths } = line;
  return (
    <tr>
      <td>
        {words.items[item] ?? item}
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

const HowToPay = ({ statement, locale }: Shown & { statement: Statement }) => {
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

const Settled = ({ bills, locale }: Shown & { bills: readonly Bill[] }) => {
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
                {period(bill.period, locale)}
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

const Payments = ({ payments, locale }: Shown & { payments: Statement["payments"] }) => {
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
