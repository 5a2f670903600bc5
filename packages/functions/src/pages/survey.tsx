import { withActor } from "@frontdesk/core/context";
import { DomainError, notFound } from "@frontdesk/core/error";
import { questions } from "@frontdesk/core/figure/sheet";
import { openLink } from "@frontdesk/core/link/link";
import { answerSurvey, openSurvey } from "@frontdesk/core/survey/answer";
import { commentLimit, questionnaire, scale } from "@frontdesk/core/survey/questionnaire";
import type { Locale } from "@frontdesk/core/tenant/tenant.entity";
import type { Context } from "hono";
import { Choices, ErrorSummary, type Faults, TextArea } from "./fields";
import { dropScript, keepScript } from "./keep.script";
import { page } from "./layout";
import { pageLocale } from "./locale";
import { messagePage } from "./messages";
import { formFields, residentPages } from "./pages";
import { answersOf, commentOf, type Filled, faultsOf, notApplicable } from "./survey.form";
import { surveyTexts } from "./survey.texts";

type Survey = Awaited<ReturnType<typeof openSurvey>>;
/** Acts as the household a link lets in. */
type Enter = <T>(body: () => T) => T;

/** /s/<token>: the survey of one household, and what becomes of its link. */
export const surveyPages = residentPages((app) => {
  app.get("/:token", async (c) => {
    const { survey } = await opened(c);
    return show(c, survey);
  });
  app.post("/:token", async (c) => {
    const { survey, enter } = await opened(c);
    if (survey.state !== "open") return settled(c, survey, 409);
    const filled = await formFields(c);
    const locale = pageLocale(c, survey.locale);
    const faults = faultsOf(filled, locale);
    if (Object.keys(faults).length > 0) return form(c, survey, filled, faults);
    return take(c, enter, filled, locale);
  });
});

async function opened(c: Context): Promise<{ survey: Survey; enter: Enter }> {
  const { kind, tenantId, subjectId } = await openLink(c.req.param("token") ?? "");
  if (kind !== "survey") throw notFound();
  const enter: Enter = (body) => withActor({ type: "resident", tenantId, subjectId }, body);
  return { survey: await enter(() => openSurvey({})), enter };
}

/** Stores the answer and leads on, so that opening the page anew sends nothing again. */
async function take(c: Context, enter: Enter, filled: Filled, locale: Locale) {
  try {
    await enter(() => answerSurvey({ answers: answersOf(filled), comment: commentOf(filled) }));
  } catch (error) {
    const lost = error instanceof DomainError && (error.code === "conflict" || error.code === "gone");
    if (!lost) throw error;
    return settled(c, await enter(() => openSurvey({})), 409);
  }
  return c.redirect(`${c.req.path}?${new URLSearchParams({ done: "1", lang: locale })}`, 303);
}

const show = (c: Context, survey: Survey) => (survey.state === "open" ? form(c, survey) : settled(c, survey));

/** A link that takes no answer (any more): thanks to who just gave one, else why. */
function settled(c: Context, survey: Survey, status?: 409) {
  const locale = pageLocale(c, survey.locale);
  const thanks = survey.state === "answered" && status === undefined && c.req.query("done") === "1";
  const kind = thanks ? "thanks" : survey.state === "open" ? "answered" : survey.state;
  const words = surveyTexts[locale][kind];
  return messagePage(c, {
    ...words,
    locale,
    firm: survey.firm,
    mood: kind === "closed" || kind === "early" ? "info" : "done",
    scripts: kind === "early" ? [] : [dropScript],
    status: kind === "closed" ? 410 : (status ?? 200),
  });
}

const day = (date: string, locale: Locale) =>
  new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${date}T00:00:00Z`),
  );

function form(c: Context, survey: Survey, filled: Filled = {}, faults: Faults = {}) {
  const locale = pageLocale(c, survey.locale);
  const words = surveyTexts[locale];
  const faulty = Object.keys(faults).length > 0;
  const title = survey.title[locale];
  return page(
    c,
    // Without scripts the other language would open an empty form.
    {
      locale,
      title,
      firm: survey.firm,
      scripts: [keepScript],
      status: faulty ? 400 : 200,
      fixedLanguage: faulty,
    },
    <>
      <h1>{title}</h1>
      <p>{words.lead(survey.project, day(survey.closesOn, locale))}</p>
      <p class="soft">{words.promise}</p>
      <ErrorSummary heading={words.faults} faults={faults} />
      <form method="post" action={`?lang=${locale}`} data-keep={faulty ? "sent" : ""}>
        {questions.map((_, index) => (
          <Question index={index} locale={locale} filled={filled} faults={faults} />
        ))}
        <div class="card">
          <TextArea
            name="comment"
            label={words.comment}
            hint={words.commentHint}
            fault={faults.comment && words.tooLong}
            value={filled.comment}
            maxlength={commentLimit}
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

const Question = (props: { index: number; locale: Locale; filled: Filled; faults: Faults }) => {
  const { index, locale, filled, faults } = props;
  const key = questions[index] ?? "overall";
  const { name, text, hint } = questionnaire[locale][key];
  const rated = scale[locale].map((label, step) => ({ value: `${step + 1}`, mark: `${step + 1}`, label }));
  return (
    <Choices
      name={key}
      label={
        <>
          <small class="soft">
            {index + 1}/{questions.length} {name}
          </small>
          <br />
          {text}
        </>
      }
      hint={hint}
      fault={faults[key] && surveyTexts[locale].choose}
      value={filled[key]}
      options={[...rated, { value: notApplicable, label: surveyTexts[locale].notApplicable, wide: true }]}
      required
    />
  );
};
