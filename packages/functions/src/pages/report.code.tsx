import { codeMinutes, type Standing } from "@frontdesk/core/report/index";
import type { Locale } from "@frontdesk/core/tenant/tenant.entity";
import type { Context } from "hono";
import { ErrorSummary, TextField } from "./fields";
import { page } from "./layout";
import { pageLocale } from "./locale";
import { messagePage } from "./messages";
import { masked, type Topics } from "./report.form";
import type { Desk } from "./report.page";
import { dropFormScript } from "./report.script";
import { reportTexts } from "./report.texts";
import { ticketTexts } from "./ticket.texts";

export type CodeFault = "format" | "wrong" | "expired" | "locked" | "often";
type Shown = { fault?: CodeFault; status?: 200 | 400 | 410 | 429; renewed?: boolean };

const formAddress = (c: Context, query: Record<string, string>) =>
  `/r/${c.req.param("token")}?${new URLSearchParams({ ...query, lang: pageLocale(c) })}`;

function faultText(locale: Locale, fault: CodeFault | undefined, left: number) {
  const { check } = reportTexts[locale];
  if (!fault) return undefined;
  return fault === "wrong" ? check.wrong(left) : check[fault];
}

/** The page that asks for the code sent to the phone of a report. */
export function codePage(c: Context, desk: Desk, standing: Standing, { status, renewed, ...shown }: Shown) {
  const locale = pageLocale(c);
  const { check } = reportTexts[locale];
  const { state, report, left } = standing;
  const usable = state === "waiting" || state === "wrong";
  // An allowance used up says more than a code that ran out meanwhile.
  const fault = shown.fault ?? (state === "expired" || state === "locked" ? state : undefined);
  const text = faultText(locale, fault, left);
  const atCode = usable && fault !== "often";
  return page(
    c,
    { locale, title: check.title, firm: desk.firm, status, fixedLanguage: shown.fault !== undefined },
    <>
      <h1>{check.title}</h1>
      <p>{usable && check.sent(masked(report.phone))}</p>
      {renewed && usable && !fault && <p role="status">{check.renewed}</p>}
      {text && <ErrorSummary heading={check.faults} faults={{ [atCode ? "code" : "again"]: text }} />}
      {usable && <CodeForm locale={locale} fault={atCode ? text : undefined} />}
      <form method="post" action={`?lang=${locale}`} class="card">
        <input type="hidden" name="again" value="1" />
        <p>
          <button id="again" type="submit" class={usable ? "quiet" : undefined}>
            {check.again}
          </button>
        </p>
        <p>
          <a href={formAddress(c, { draft: c.req.param("draft") ?? "" })}>{check.change}</a>
        </p>
      </form>
      <Summary locale={locale} topics={desk.topics} standing={standing} />
    </>,
  );
}

const CodeForm = ({ locale, fault }: { locale: Locale; fault?: string }) => {
  const { check } = reportTexts[locale];
  return (
    <form method="post" action={`?lang=${locale}`} class="card">
      <TextField
        name="code"
        label={check.label}
        hint={check.hint(codeMinutes)}
        fault={fault}
        inputmode="numeric"
        autocomplete="one-time-code"
        maxlength={12}
        required
      />
      <p>
        <button type="submit">{check.send}</button>
      </p>
    </form>
  );
};

type SummaryProps = { locale: Locale; topics: Topics; standing: Standing };
const Summary = ({ locale, topics, standing: { report, photos } }: SummaryProps) => {
  const topic = topics.find(({ kind, code }) => kind === report.kind && code === report.category);
  const words = reportTexts[locale];
  return (
    <section class="soft">
      <h2>{words.check.summary}</h2>
      <p>
        {[ticketTexts[locale].kinds[report.kind], topic?.names[locale]].filter(Boolean).join(" · ")}
        {report.house && ` · ${report.house}`}
        {photos > 0 && ` · ${words.labels.photos} ${photos}`}
      </p>
      <p class="lines">{report.words}</p>
    </section>
  );
};

const nextOf = ({ report: { kind, urgency } }: Standing) => {
  if (kind === "praise") return "praise";
  return kind === "emergency" || urgency === "urgent" ? "urgent" : "usual";
};

/** Thanks, with the number of the ticket the report became and what happens next. */
export function thanksPage(c: Context, desk: Desk, standing: Standing) {
  const locale = pageLocale(c);
  const { thanks } = reportTexts[locale];
  return messagePage(
    c,
    {
      locale,
      firm: desk.firm,
      mood: "done",
      title: thanks.title,
      text: thanks.text,
      scripts: [dropFormScript],
    },
    <>
      <p>
        {thanks.number} <br />
        <b class="big">{standing.done?.number}</b>
      </p>
      <p>{thanks.next[nextOf(standing)]}</p>
      <p class="spaced">
        <a class="button quiet" href={formAddress(c, {})}>
          {thanks.more}
        </a>
      </p>
    </>,
  );
}
