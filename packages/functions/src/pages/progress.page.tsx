import type { Context } from "hono";
import { ErrorSummary } from "./fields";
import { dropScript, keepScript } from "./keep.script";
import { page } from "./layout";
import { progressFormTexts, type Taken } from "./progress.form.texts";
import { AddForm, AgainForm, type FormState, RateForm } from "./progress.forms";
import { CallUs, Costs, type Followed, Next, Outcome, Said, statusOf, Way } from "./progress.parts";
import { progressTexts } from "./progress.texts";
import { photoScript } from "./report.script";

type State = FormState & { status?: 200 | 400 | 429 };

/** The page by which a resident follows a ticket; a form that came back stands in it with its faults. */
export function progressPage(c: Context, open: Followed, { status = 200, ...state }: State = {}) {
  const { ticket, firm, calendar } = open;
  const { locale } = calendar;
  const texts = progressTexts[locale];
  const { faults } = progressFormTexts[locale];
  const done = takenOf(c);
  const mayRate = ticket.outcome !== undefined && !ticket.outcome.rating;
  const mayAdd = ticket.room.times > 0;
  const keep = [...(done ? [dropScript] : []), ...(mayRate || mayAdd ? [keepScript] : [])];
  const path = `/t/${c.req.param("token")}`;
  return page(
    c,
    {
      ...{ locale, firm, status, title: texts.title(ticket.number) },
      scripts: [...keep, ...(mayAdd ? [photoScript] : [])],
      fixedLanguage: status !== 200,
    },
    <>
      {done && (
        <p class="card" role="status">
          {progressFormTexts[locale].thanks[done]}
        </p>
      )}
      <h1>{statusOf(open)}</h1>
      <p class="soft">
        {texts.number} {ticket.number}
      </p>
      <ErrorSummary heading={faults} faults={state.faults ?? {}} />
      <Next open={open} />
      <Costs open={open} />
      <CallUs open={open} />
      <Outcome open={open} />
      {mayRate && <RateForm open={open} state={state} />}
      {ticket.mayReopen && <AgainForm open={open} state={state} unfolded={done === "poor"} />}
      {ticket.reopenUntil && ticket.reopenUntil < calendar.now && <Anew open={open} />}
      <Said open={open} path={path} />
      <Way open={open} path={path} />
      {mayAdd && <AddForm open={open} state={state} />}
    </>,
  );
}

/** What was just taken, as the address says: it only thanks. */
function takenOf(c: Context): Taken | undefined {
  const done = c.req.query("done") ?? "";
  return Object.hasOwn(progressFormTexts.en.thanks, done) ? (done as Taken) : undefined;
}

/** Too late to take it up again: how it is reported anew. */
const Anew = ({ open: { ticket, calendar } }: { open: Followed }) => {
  const { again, said } = progressFormTexts[calendar.locale];
  return (
    <section class="card">
      <p>{said.past.text}</p>
      <p>
        <a class="button quiet" href={`/r/${ticket.project.reportToken}?lang=${calendar.locale}`}>
          {again.anew}
        </a>
      </p>
    </section>
  );
};
