import { withActor } from "@frontdesk/core/context";
import { DomainError, notFound } from "@frontdesk/core/error";
import { openLink } from "@frontdesk/core/link/link";
import { tenantProfile } from "@frontdesk/core/tenant/profile";
import { type Locale, locale as localeSchema } from "@frontdesk/core/tenant/tenant.entity";
import { ticketKind } from "@frontdesk/core/ticket/kind";
import { getRatable, rateTicket } from "@frontdesk/core/ticket/rate";
import type { Context } from "hono";
import { Choices, ErrorSummary, type Faults, TextArea } from "./fields";
import { dropScript, keepScript } from "./keep.script";
import { page } from "./layout";
import { pageLocale } from "./locale";
import { messagePage } from "./messages";
import { formFields, residentPages } from "./pages";
import { rateTexts } from "./rate.texts";
import { ticketTexts } from "./ticket.texts";

type Ratable = Awaited<ReturnType<typeof getRatable>>;
/** Acts as the resident a link lets in. */
type Enter = <T>(body: () => T) => T;
type Opened = { ticket: Ratable; firm: string; zone: string; locale: Locale; over: boolean; enter: Enter };
type Filled = { score?: string; words?: string };

const wordsLimit = 500;

/** /t/<token>: what was done about a ticket, and the resident's rating of it, once. */
export const ratePages = residentPages((app) => {
  app.get("/:token", async (c) => {
    const open = await opened(c);
    return open.ticket.rating || open.over ? settled(c, open) : form(c, open);
  });
  app.post("/:token", async (c) => {
    const open = await opened(c);
    const fields = await formFields(c);
    if (open.ticket.rating || open.over) return settled(c, open, 409);
    const filled = { score: fields.score, words: (fields.words ?? "").replaceAll("\r\n", "\n").trim() };
    const faults = faultsOf(filled, open.locale);
    if (Object.keys(faults).length > 0) return form(c, open, filled, faults);
    return take(c, open, filled);
  });
});

async function opened(c: Context): Promise<Opened> {
  const { kind, tenantId, subjectId, expired } = await openLink(c.req.param("token") ?? "");
  if (kind !== "rate") throw notFound();
  const enter: Enter = (body) => withActor({ type: "resident", tenantId, subjectId }, body);
  const [ticket, profile] = await enter(() => Promise.all([getRatable({}), tenantProfile()]));
  const locale = pageLocale(c, localeSchema.safeParse(ticket.locale).data);
  return { ticket, firm: profile.name, zone: profile.zone, locale, over: expired, enter };
}

function faultsOf({ score = "", words = "" }: Filled, locale: Locale): Faults {
  const texts = rateTexts[locale];
  return {
    ...(!/^[1-5]$/.test(score) && { score: texts.choose }),
    ...(words.length > wordsLimit && { words: texts.tooLong }),
  };
}

/** Stores the rating and leads on, so that opening the page anew sends nothing again. */
async function take(c: Context, open: Opened, { score, words }: Filled) {
  try {
    await open.enter(() => rateTicket({ score: Number(score), words: words || undefined }));
  } catch (error) {
    const lost = error instanceof DomainError && (error.code === "conflict" || error.code === "gone");
    if (!lost) throw error;
    return settled(c, await opened(c), 409);
  }
  return c.redirect(`${c.req.path}?${new URLSearchParams({ done: "1", lang: open.locale })}`, 303);
}

/** A link that takes no rating (any more): thanks to who just gave one, else why. */
function settled(c: Context, { ticket: { rating }, firm, locale, over }: Opened, status?: 409) {
  const { thanks, rated, over: late } = rateTexts[locale];
  const fresh = rating && status === undefined && c.req.query("done") === "1";
  const kind = fresh ? thanks[rating.score <= 2 ? "poor" : "good"] : rating ? rated : late;
  return messagePage(c, {
    ...kind,
    locale,
    firm,
    mood: rating ? "done" : "info",
    scripts: [dropScript],
    status: status ?? (over && !rating ? 410 : 200),
  });
}

function form(c: Context, open: Opened, filled: Filled = {}, faults: Faults = {}) {
  const { locale, firm } = open;
  const words = rateTexts[locale];
  const faulty = Object.keys(faults).length > 0;
  return page(
    c,
    {
      locale,
      firm,
      title: words.title,
      scripts: [keepScript],
      status: faulty ? 400 : 200,
      fixedLanguage: faulty,
    },
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.lead}</p>
      <ErrorSummary heading={words.faults} faults={faults} />
      <Work open={open} />
      <form method="post" action={`?lang=${locale}`} data-keep={faulty ? "sent" : ""}>
        <Choices
          name="score"
          label={words.score}
          fault={faults.score}
          value={filled.score}
          options={words.scale.map((label, step) => ({ value: `${step + 1}`, mark: `${step + 1}`, label }))}
          required
        />
        <div class="card">
          <TextArea
            name="words"
            label={
              <>
                {words.words} <small>({words.optional})</small>
              </>
            }
            hint={words.wordsHint}
            fault={faults.words}
            value={filled.words}
            maxlength={wordsLimit}
          />
        </div>
        <p class="hint" data-kept hidden>
          {words.kept}
        </p>
        <button type="submit">{words.send}</button>
      </form>
    </>,
  );
}

/** What was reported and what was done about it. */
const Work = ({ open: { ticket, locale, zone } }: { open: Opened }) => {
  const { facts } = rateTexts[locale];
  const rows: [string, string | undefined][] = [
    [facts.number, ticket.number],
    [facts.house, ticket.houseCode],
    [facts.topic, topicOf(ticket, locale)],
    [facts.said, ticket.words],
    [facts.done, ticket.outcome],
    [facts.at, moment(ticket.completedAt, locale, zone)],
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

function topicOf({ kind: name, category, categoryNames }: Ratable, locale: Locale) {
  const kind = ticketKind.safeParse(name).data;
  return kind && `${ticketTexts[locale].kinds[kind]} · ${categoryNames?.[locale] ?? category}`;
}

const moment = (iso: string, locale: Locale, timeZone: string) =>
  new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone,
  }).format(new Date(iso));
