import type { Context } from "hono";
import { messagePage } from "./messages";
import { progressFormTexts, type Said } from "./progress.form.texts";
import { CallUs, type Followed } from "./progress.parts";

const statuses = { rated: 409, past: 410, changed: 409, tooLarge: 413, over: 410 } as const;

/** A page of its own for what the link does not do (any more), with what can be done instead. */
export function said(c: Context, open: Followed, what: Said) {
  const { ticket, firm, calendar } = open;
  const { locale } = calendar;
  const { said: texts, again, back } = progressFormTexts[locale];
  const isPast = what === "past" || what === "over";
  return messagePage(
    c,
    {
      ...{ ...texts[what], locale, firm },
      mood: what === "rated" ? "done" : what === "tooLarge" ? "sorry" : "info",
      status: statuses[what],
      fixedLanguage: what === "tooLarge",
    },
    <div class="spaced">
      {isPast && <CallUs open={open} />}
      {isPast && (
        <p>
          <a class="button quiet" href={`/r/${ticket.project.reportToken}?lang=${locale}`}>
            {again.anew}
          </a>
        </p>
      )}
      {what !== "over" && (
        <p>
          <a href={`${c.req.path}?lang=${locale}`}>{back}</a>
        </p>
      )}
    </div>,
  );
}
