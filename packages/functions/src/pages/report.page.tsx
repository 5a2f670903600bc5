import type { Locale } from "@frontdesk/core/tenant/tenant.entity";
import { ticketKinds } from "@frontdesk/core/ticket/kind";
import type { Context } from "hono";
import { ErrorSummary, type Faults, PhotoField, TextArea, TextField } from "./fields";
import { keepScript } from "./keep.script";
import { page } from "./layout";
import { pageLocale } from "./locale";
import { type Filled, limits, type Topics } from "./report.form";
import { photoScript } from "./report.script";
import { reportTexts } from "./report.texts";
import { ticketTexts } from "./ticket.texts";

/** Where one reports to. */
export type Desk = { firm: string; project: string; phone?: string; topics: Topics };

export type FormState = {
  filled: Filled;
  faults?: Faults;
  /** Photos that are with us already. */
  photos?: number;
  /** A browser does not send photos twice: they must be chosen again. */
  again?: boolean;
  /** The values are a report on its way, not what this device may have kept. */
  kept?: boolean;
  status?: 200 | 400 | 429;
};

type Part = { locale: Locale; state: FormState };

/** The form behind a project's QR code. */
export function formPage(c: Context, desk: Desk, state: FormState) {
  const locale = pageLocale(c);
  const words = reportTexts[locale];
  const { faults = {}, filled, kept, status = 200 } = state;
  const faulty = Object.keys(faults).length > 0;
  const title = words.title(desk.project);
  return page(
    c,
    // Without scripts the other language would open an empty form.
    { locale, title, firm: desk.firm, scripts: [keepScript, photoScript], status, fixedLanguage: faulty },
    <>
      <h1>{title}</h1>
      <p class="soft">{words.lead}</p>
      <CallFirst locale={locale} phone={desk.phone} />
      <ErrorSummary heading={words.faults} faults={faults} />
      <form
        method="post"
        enctype="multipart/form-data"
        action={`/r/${c.req.param("token")}?lang=${locale}`}
        data-keep={faulty || kept ? "sent" : ""}
      >
        <input type="hidden" name="draft" value={filled.draft} />
        <What locale={locale} state={state} topics={desk.topics} />
        <Who locale={locale} state={state} />
        <p class="hint" data-kept hidden>
          {words.kept}
        </p>
        <button type="submit">{words.next}</button>
      </form>
    </>,
  );
}

const CallFirst = ({ locale, phone }: { locale: Locale; phone?: string }) => (
  <div class="card">
    <p>{reportTexts[locale].emergency}</p>
    {phone && (
      <a class="button quiet" href={`tel:${phone.replace(/[^\d+]/g, "")}`}>
        {reportTexts[locale].call} {phone}
      </a>
    )}
  </div>
);

type WhatProps = Part & { topics: Topics };
const What = ({ locale, topics, state: { filled, faults = {}, photos = 0, again } }: WhatProps) => {
  const words = reportTexts[locale];
  return (
    <div class="card">
      <Topic locale={locale} topics={topics} value={filled.topic} fault={faults.topic} />
      <TextArea
        name="words"
        label={words.labels.words}
        hint={words.wordsHint}
        fault={faults.words}
        value={filled.words}
        maxlength={limits.words}
        required
      />
      <label class="check">
        <input type="checkbox" name="urgent" value="1" checked={filled.urgent} />
        <span>{words.urgent}</span>
      </label>
      <PhotoField
        name="photos"
        label={<Optional locale={locale} label={words.labels.photos} />}
        fault={faults.photos ?? (again ? words.photosAgain : undefined)}
        hint={photos > 0 ? words.photosKept(photos) : words.photosHint}
      />
    </div>
  );
};

const Optional = ({ locale, label }: { locale: Locale; label: string }) => (
  <>
    {label} <small>({reportTexts[locale].optional})</small>
  </>
);

const Who = ({ locale, state: { filled, faults = {} } }: Part) => {
  const words = reportTexts[locale];
  return (
    <div class="card">
      <TextField
        name="house"
        label={<Optional locale={locale} label={words.labels.house} />}
        hint={words.houseHint}
        fault={faults.house}
        value={filled.house}
        maxlength={limits.house}
      />
      <TextField
        name="name"
        label={words.labels.name}
        fault={faults.name}
        value={filled.name}
        autocomplete="name"
        maxlength={limits.name}
        required
      />
      <TextField
        name="phone"
        type="tel"
        inputmode="tel"
        label={words.labels.phone}
        hint={words.phoneHint}
        fault={faults.phone}
        value={filled.phone}
        autocomplete="tel"
        maxlength={limits.phone}
        required
      />
      <p class="hint spaced">{words.purpose}</p>
    </div>
  );
};

const Fault = ({ id, text }: { id: string; text?: string }) =>
  text ? (
    <p class="fault" id={id}>
      {text}
    </p>
  ) : null;

/** Kind and category at once, so that no script is needed to fit them together. */
type TopicProps = { locale: Locale; topics: Topics; value?: string; fault?: string };
const Topic = ({ locale, topics, value, fault }: TopicProps) => (
  <>
    <label class="name" for="topic">
      {reportTexts[locale].labels.topic}
    </label>
    <Fault id="topic-fault" text={fault} />
    <select
      id="topic"
      name="topic"
      required
      autocomplete="off"
      aria-invalid={fault ? "true" : undefined}
      aria-describedby={fault ? "topic-fault" : undefined}
    >
      <option value="">{reportTexts[locale].choose}</option>
      {ticketKinds.map((kind) => (
        <optgroup label={ticketTexts[locale].kinds[kind]}>
          {topics
            .filter((topic) => topic.kind === kind)
            .map(({ code, names }) => (
              <option value={`${kind}.${code}`} selected={value === `${kind}.${code}`}>
                {names[locale]}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  </>
);
