import { amount } from "@frontdesk/core/message/catalogue/format";
import type { Progress } from "@frontdesk/core/ticket/index";
import type { Child } from "hono/jsx";
import { progressTexts } from "./progress.texts";
import { ticketTexts } from "./ticket.texts";
import { type Calendar, when } from "./when";

/** A ticket as its resident follows it, and by what its times are told. */
export type Followed = { ticket: Progress; firm: string; calendar: Calendar };
type Part = { open: Followed };
type Step = Progress["history"][number];

const tone = ({ kind }: Progress) => (kind === "complaint" ? "complaint" : "usual");

/** How it stands, in one sentence. */
export function statusOf({ ticket, calendar }: Followed): string {
  const texts = progressTexts[calendar.locale];
  const { is, trade = "none", cause, next, by } = ticket.standing;
  if (is === "done" || is === "received") return promised(texts[is][tone(ticket)]);
  const status = texts.is[is](texts.worker[trade]);
  return cause ? texts.rests(status, texts.cause[cause]) : promised(status);

  function promised(status: string) {
    if (!by) return status;
    const at = when(by, calendar);
    if (next === "visit") return texts.visit(status, at);
    if (next === "finish") return texts.promised(status, at);
    return next === "answer" ? texts.answered(status, at) : status;
  }
}

/** What comes next, and by when. */
export const Next = ({ open: { ticket, calendar } }: Part) => {
  const texts = progressTexts[calendar.locale];
  const { is, next, by, late, trade = "none" } = ticket.standing;
  const text =
    is === "merged"
      ? texts.merged(ticket.twin)
      : is === "void"
        ? texts.voided
        : texts.next[next](by && when(by, calendar), texts.worker[trade]);
  return (
    <section class="card">
      <h2>{texts.nextTitle}</h2>
      {late && <p>{texts.late}</p>}
      <p>{text}</p>
    </section>
  );
};

/** What it costs, where it does, with the way to the quote that waits for an answer. */
export const Costs = ({ open: { ticket, calendar } }: Part) => {
  const { offer } = ticket;
  if (!offer) return null;
  const texts = progressTexts[calendar.locale];
  const total = amount(offer.total, calendar.locale);
  return (
    <section class="card">
      <h2>{texts.costs}</h2>
      <p>{texts.offer[offer.is](total, when(offer.expiresAt, calendar))}</p>
      {offer.link && (
        <a class="button" href={`/q/${offer.link}?lang=${calendar.locale}`}>
          {texts.seeQuote}
        </a>
      )}
    </section>
  );
};

/** Whom to call, where the project has a phone. */
export const CallUs = ({ open: { ticket, calendar } }: Part) => {
  const { phone } = ticket.project;
  if (!phone) return null;
  return (
    <p>
      <a class="button quiet" href={`tel:${phone.replace(/[^\d+]/g, "")}`}>
        {progressTexts[calendar.locale].call} {phone}
      </a>
    </p>
  );
};

/** What was done, or answered. */
export const Outcome = ({ open: { ticket, calendar } }: Part) => {
  const texts = progressTexts[calendar.locale];
  const { outcome } = ticket;
  if (!outcome) return null;
  return (
    <section class="card">
      <h2>{texts.outcome[tone(ticket)]}</h2>
      <p class="lines">{outcome.note}</p>
      <p class="hint">{when(outcome.completedAt, calendar)}</p>
      {outcome.rating && <p>{texts.ratedAs(outcome.rating.score)}</p>}
    </section>
  );
};

type Shown = Part & { photos: readonly string[]; path: string };
const Photos = ({ open: { calendar }, photos, path }: Shown) =>
  photos.length === 0 ? null : (
    <div class="photos">
      {photos.map((id, index) => (
        <a href={`${path}/photos/${id}`}>
          <img
            src={`${path}/photos/${id}`}
            alt={progressTexts[calendar.locale].photo(index + 1)}
            loading="lazy"
          />
        </a>
      ))}
    </div>
  );

/** What the resident reported. */
export const Said = ({ open, path }: Part & { path: string }) => {
  const { ticket, calendar } = open;
  const topic = ticket.categoryNames?.[calendar.locale] ?? ticket.category;
  return (
    <section class="card">
      <h2>{progressTexts[calendar.locale].said}</h2>
      <p class="soft">
        {ticketTexts[calendar.locale].kinds[ticket.kind]} · {topic}
        {ticket.houseCode && ` · ${ticket.houseCode}`}
      </p>
      <p class="lines">{ticket.words}</p>
      <Photos open={open} photos={ticket.photos} path={path} />
    </section>
  );
};

function stepOf({ ticket, calendar }: Followed, { what, trade, cause, appointmentAt }: Step): string {
  const texts = progressTexts[calendar.locale];
  if (what === "assigned") return texts.assigned(texts.worker[trade ?? "none"]);
  if (what === "appointed") return texts.appointed(appointmentAt ? when(appointmentAt, calendar) : "");
  if (what === "done") return texts.told[tone(ticket)];
  return cause ? texts.rests(texts.what[what], texts.cause[cause]) : texts.what[what];
}

/** The way so far, the newest first; photos of the first report stand with it. */
export const Way = ({ open, path }: Part & { path: string }) => (
  <section class="card">
    <h2>{progressTexts[open.calendar.locale].way}</h2>
    <ol class="way">
      {[...open.ticket.history].reverse().map((step) => (
        <li>
          <b>{stepOf(open, step)}</b> <small class="soft">{when(step.at, open.calendar)}</small>
          {step.words && <p class="lines">{step.words}</p>}
          {step.what !== "received" && <Photos open={open} photos={step.photos} path={path} />}
        </li>
      ))}
    </ol>
  </section>
);

/** A label with a word that the field may stay empty. */
export const optional = (label: string, word: string): Child => (
  <>
    {label} <small>({word})</small>
  </>
);
