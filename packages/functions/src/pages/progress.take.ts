import type { Context as Acting } from "@frontdesk/core/context";
import { DomainError } from "@frontdesk/core/error";
import { addToTicket, objectToOutcome, rateTicket } from "@frontdesk/core/ticket/index";
import type { Context } from "hono";
import { type Filled, faultsOf, type Sent, sendingOf, sentForm } from "./progress.form";
import { progressFormTexts, type Taken } from "./progress.form.texts";
import { progressPage } from "./progress.page";
import type { Followed } from "./progress.parts";
import { said } from "./progress.said";

/** Acts as the resident a link lets in; what is sent twice under one name is taken once. */
export type Enter = <T>(body: () => T, idempotency?: Acting["idempotency"]) => T;
export type Opened = Followed & { over: boolean; enter: Enter };

/** Takes one of the page's forms and leads back to it, so that opening it anew sends nothing again. */
export async function takeForm(c: Context, open: Opened, anew: () => Promise<Opened>) {
  const sent = await sentForm(c).catch(whetherTooLarge);
  if (!sent) return said(c, open, "tooLarge");
  const { locale } = open.calendar;
  const { filled } = sent;
  const faults = await faultsOf(sent, open.ticket.room.photos, locale);
  const isFull = filled.act === "add" && open.ticket.room.times === 0;
  if (!isFull && Object.keys(faults).length > 0)
    return progressPage(c, open, { filled, faults, status: 400 });
  try {
    const done = await acts[filled.act](open, sent);
    return c.redirect(`${c.req.path}?${new URLSearchParams({ done, lang: locale })}`, 303);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return refused(c, await anew(), filled, error);
  }
}

function whetherTooLarge(error: unknown): undefined {
  if (error instanceof DomainError && error.code === "too_large") return undefined;
  throw error;
}

const acts: Record<Filled["act"], (open: Opened, sent: Sent) => Promise<Taken>> = {
  rate: async ({ ticket, enter }, { filled: { score, words, completion } }) => {
    const of = completion && /^\d{1,2}$/.test(completion) ? { completion: Number(completion) } : {};
    await enter(() => rateTicket({ score: Number(score), words: words || undefined, ...of }));
    if (Number(score) > 2) return "rated";
    return ticket.mayReopen ? "poor" : "poorPast";
  },
  again: async ({ enter }, { filled: { reason = "" } }) => {
    await enter(() => objectToOutcome({ words: reason }));
    return "again";
  },
  add: async ({ enter }, sent) => {
    const { filled, photos: files } = sent;
    await enter(() => addToTicket({ words: filled.more || undefined, files }), sendingOf(sent));
    return "added";
  },
};

/** What was not taken, and why. Throws what no page of ours speaks of. */
function refused(c: Context, open: Opened, filled: Filled, error: DomainError) {
  const { add } = progressFormTexts[open.calendar.locale];
  if (error.code === "conflict") return said(c, open, "changed");
  if (error.code === "gone") return said(c, open, filled.act === "again" ? "past" : "rated");
  if (filled.act !== "add") throw error;
  if (error.code === "too_many")
    return progressPage(c, open, { filled, faults: { more: add.full }, status: 429 });
  if (error.code === "bad_request")
    return progressPage(c, open, { filled, faults: { photos: add.broken }, status: 400 });
  throw error;
}
