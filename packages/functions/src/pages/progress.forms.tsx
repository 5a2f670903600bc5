import { newToken } from "@frontdesk/core/link/link";
import type { Child } from "hono/jsx";
import { Choices, type Faults, PhotoField, TextArea } from "./fields";
import { type Filled, limits } from "./progress.form";
import { progressFormTexts } from "./progress.form.texts";
import { type Followed, optional } from "./progress.parts";
import { when } from "./when";

export type FormState = { filled?: Filled; faults?: Faults };
type Form = { open: Followed; state: FormState };

/** The form filled in so far, where it is this one that came back. */
const back = ({ filled, faults = {} }: FormState, act: Filled["act"]) =>
  filled?.act === act
    ? { filled, faults, isBack: true }
    : { filled: undefined, faults: {} as Faults, isBack: false };

type Frame = { act: Filled["act"]; locale: string; keep?: string; children?: Child; files?: boolean };
const Frame = ({ act, locale, keep, files, children }: Frame) => (
  <form
    method="post"
    action={`?lang=${locale}`}
    data-keep={keep}
    enctype={files ? "multipart/form-data" : undefined}
  >
    <input type="hidden" name="act" value={act} />
    {children}
  </form>
);

/** The resident's rating of what was done. */
export const RateForm = ({ open: { ticket, calendar }, state }: Form) => {
  const { locale } = calendar;
  const texts = progressFormTexts[locale];
  const { rate } = texts;
  const { filled, faults, isBack } = back(state, "rate");
  return (
    <Frame act="rate" locale={locale} keep={isBack ? "sent" : ""}>
      <h2>{rate.title}</h2>
      <input type="hidden" name="completion" value={`${ticket.outcome?.completion}`} />
      <Choices
        name="score"
        label={rate.score}
        fault={faults.score}
        value={filled?.score}
        options={rate.scale.map((label, step) => ({ value: `${step + 1}`, mark: `${step + 1}`, label }))}
        required
      />
      <div class="card">
        <TextArea
          name="words"
          label={optional(rate.words, texts.optional)}
          hint={rate.wordsHint}
          fault={faults.words}
          value={filled?.words}
          maxlength={limits.words}
        />
      </div>
      <Kept text={texts.kept} />
      <button type="submit">{rate.send}</button>
    </Frame>
  );
};

/** Saying that it is not solved; folded until it is asked for. */
export const AgainForm = ({ open: { ticket, calendar }, state, unfolded }: Form & { unfolded: boolean }) => {
  const { again } = progressFormTexts[calendar.locale];
  const { filled, faults, isBack } = back(state, "again");
  return (
    <details class="card" open={isBack || unfolded}>
      <summary>{again.title}</summary>
      <p class="soft">{ticket.reopenUntil && again.lead(when(ticket.reopenUntil, calendar))}</p>
      <Frame act="again" locale={calendar.locale}>
        <TextArea
          name="reason"
          label={again.words}
          hint={again.hint}
          fault={faults.reason}
          value={filled?.reason}
          maxlength={limits.reason}
          required
        />
        <p class="spaced">
          <button type="submit" class="quiet">
            {again.send}
          </button>
        </p>
      </Frame>
    </details>
  );
};

/** Adding words or photos to an open ticket. */
export const AddForm = ({ open: { ticket, calendar }, state }: Form) => {
  const { locale } = calendar;
  const texts = progressFormTexts[locale];
  const { add } = texts;
  const { filled, faults, isBack } = back(state, "add");
  const { photos } = ticket.room;
  return (
    <section class="card">
      <h2>{add.title}</h2>
      <Frame act="add" locale={locale} keep={isBack ? "sent" : ""} files>
        <input type="hidden" name="once" value={newToken()} />
        <TextArea
          name="more"
          label={add.words}
          hint={add.hint}
          fault={faults.more}
          value={filled?.more}
          rows={3}
          maxlength={limits.more}
        />
        {photos > 0 && (
          <PhotoField
            name="photos"
            label={optional(add.photos, texts.optional)}
            hint={add.photosHint(photos)}
            fault={faults.photos}
          />
        )}
        <Kept text={texts.kept} />
        <p class="spaced">
          <button type="submit">{add.send}</button>
        </p>
      </Frame>
    </section>
  );
};

const Kept = ({ text }: { text: string }) => (
  <p class="hint" data-kept hidden>
    {text}
  </p>
);
