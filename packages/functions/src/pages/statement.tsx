import { type Statement, statementOf } from "@frontdesk/core/fee/index";
import type { Context } from "hono";
import { page } from "./layout";
import { pageLocale } from "./locale";
import { messagePage } from "./messages";
import { residentPages } from "./pages";
import { day, HowToPay, OpenBill, Payments, Settled, Total } from "./statement.parts";
import { statementTexts } from "./statement.texts";

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
