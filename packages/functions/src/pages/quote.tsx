import { dateOf } from "@frontdesk/core/clock";
import { withActor } from "@frontdesk/core/context";
import { DomainError, notFound } from "@frontdesk/core/error";
import { openLink } from "@frontdesk/core/link/link";
import { amount } from "@frontdesk/core/message/catalogue/format";
import { answerQuote, getQuoted, type Quoted } from "@frontdesk/core/quote/index";
import { tenantProfile } from "@frontdesk/core/tenant/profile";
import type { Locale } from "@frontdesk/core/tenant/tenant.entity";
import type { Context } from "hono";
import { ErrorSummary, type Faults, TextArea } from "./fields";
import { page } from "./layout";
import { pageLocale } from "./locale";
import { messagePage } from "./messages";
import { formFields, residentPages } from "./pages";
import { Lines } from "./quote.parts";
import { quoteTexts } from "./quote.texts";
import { day } from "./statement.parts";

/** Acts as the resident a link lets in. */
type Enter = <T>(body: () => T) => T;
type Opened = { quote: Quoted; firm: string; zone: string; locale: Locale; over: boolean; enter: Enter };

const reasonLimit = 300;

/** /q/<token>: what paid work comes to, line by line, and the resident's answer, once. No script is needed. */
export const quotePages = residentPages((app) => {
  app.get("/:token", async (c) => {
    const open = await opened(c);
    return open.quote.open && !open.over ? form(c, open) : settled(c, open);
  });
  app.post("/:token", async (c) => {
    const open = await opened(c);
    const { answer, reason: typed = "" } = await formFields(c);
    if (!open.quote.open || open.over) return settled(c, open, 409);
    const reason = typed.replaceAll("\r\n", "\n").trim();
    const words = quoteTexts[open.locale];
    const faults: Faults = {
      ...(answer !== "agree" && answer !== "decline" && { answer: words.choose }),
      ...(reason.length > reasonLimit && { reason: words.tooLong }),
    };
    if (Object.keys(faults).length > 0) return form(c, open, reason, faults);
    return take(c, open, answer === "agree", reason);
  });
});

async function opened(c: Context): Promise<Opened> {
  const { kind, tenantId, subjectId, expired } = await openLink(c.req.param("token") ?? "");
  if (kind !== "quote") throw notFound();
  const enter: Enter = (body) => withActor({ type: "resident", tenantId, subjectId }, body);
  const [quote, profile] = await enter(() => Promise.all([getQuoted({}), tenantProfile()]));
  const locale = pageLocale(c, quote.locale);
  return { quote, firm: profile.name, zone: profile.zone, locale, over: expired, enter };
}

/** Stores the answer and leads on, so that opening the page anew sends nothing again. */
async function take(c: Context, open: Opened, agree: boolean, reason: string) {
  try {
    await open.enter(() => answerQuote({ agree, reason: (!agree && reason) || undefined }));
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "conflict") throw error;
    return settled(c, await opened(c), 409);
  }
  return c.redirect(`${c.req.path}?${new URLSearchParams({ lang: open.locale })}`, 303);
}

/** A quote that takes no answer (any more): what has become of it, and once more what it says. */
function settled(c: Context, { quote, firm, locale, over }: Opened, status?: 409) {
  const words = quoteTexts[locale];
  const { state } = quote;
  const waits = state === "drafted" || state === "sent";
  const told = waits ? (over ? words.ended.lapsed : words.over) : words.ended[state];
  if (state !== "agreed")
    return messagePage(c, {
      ...told,
      locale,
      firm,
      mood: "info",
      status: status ?? (over && waits ? 410 : 200),
    });
  return page(
    c,
    { locale, firm, title: told.title, status: status ?? 200 },
    <>
      <h1>{told.title}</h1>
      <p>{told.text}</p>
      <Lines quote={quote} locale={locale} />
      {quote.phone && <p class="hint">{words.call(quote.phone)}</p>}
    </>,
  );
}

function form(c: Context, open: Opened, reason = "", faults: Faults = {}) {
  const { quote, locale, firm } = open;
  const words = quoteTexts[locale];
  const faulty = Object.keys(faults).length > 0;
  return page(
    c,
    { locale, firm, title: words.title, status: faulty ? 400 : 200, fixedLanguage: faulty },
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.lead}</p>
      <ErrorSummary heading={words.faults} faults={faults} />
      <Facts open={open} />
      <Lines quote={quote} locale={locale} />
      <form method="post" action={`?lang=${locale}`} id="answer">
        <button type="submit" name="answer" value="agree">
          {words.agree(amount(quote.total, locale))}
        </button>
        <p class="hint">{words.agreeHint}</p>
        <div class="card">
          <TextArea
            name="reason"
            label={
              <>
                {words.reason} <small>({words.optional})</small>
              </>
            }
            fault={faults.reason}
            value={reason}
            maxlength={reasonLimit}
          />
          <button type="submit" name="answer" value="decline" class="quiet spaced">
            {words.decline}
          </button>
        </div>
      </form>
      {quote.phone && <p class="hint">{words.call(quote.phone)}</p>}
      <p class="hint">{words.personal}</p>
    </>,
  );
}

/** What it is about, and until when it holds. */
const Facts = ({ open: { quote, locale, zone } }: { open: Opened }) => {
  const { facts } = quoteTexts[locale];
  const rows: [string, string | undefined][] = [
    [facts.number, quote.number],
    [facts.house, `${quote.project} ${quote.houseCode}`],
    [facts.said, quote.words],
    [facts.note, quote.note],
    [facts.until, day(dateOf(quote.expiresAt, zone), locale)],
  ];
  return (
    <div class="card">
      <table>
        <tbody>
          {rows.map(
            ([label, value]) =>
              value && (
                <tr>
                  <th scope="row">{label}</th>
                  <td class="lines">{value}</td>
                </tr>
              ),
          )}
        </tbody>
      </table>
    </div>
  );
};
