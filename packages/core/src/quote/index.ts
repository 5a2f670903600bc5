import * as z from "zod";
import { useTenantActor } from "../context";
import { idOf } from "../id";
import { openFile } from "../ticket/file";
import { verb } from "../verb";
import { act, actionsFor, endedBy, openQuote, standingTo } from "./act";
import { isQuotable } from "./make";
import { Quote, quoteNumber, quoteView, why } from "./quote.entity";
import { actions } from "./states";
import { tellQuote } from "./tell";

export { answerQuote, getQuoted, type Quoted, signQuote } from "./consent";
export { sweepQuotes } from "./lapse";
export { makeQuote } from "./make";

/** Which quote. */
const one = { ticketId: idOf("ticket"), quote: quoteNumber };

/** A ticket's quotes, the newest first, each with what the acting member may do with it; `makes`: whether a new one. */
export const listQuotes = verb({
  name: "quote.list",
  may: "ticket.read",
  input: z.strictObject({ ticketId: idOf("ticket") }),
  output: z.object({
    items: z.array(quoteView.extend({ may: z.array(z.enum(actions)) })),
    makes: z.boolean(),
  }),
  run: async ({ ticketId }) => {
    const file = await openFile(ticketId);
    const standing = standingTo(useTenantActor(), file);
    return {
      items: file.quotes.toReversed().map((quote) => ({ ...quote, may: actionsFor(file, quote, standing) })),
      makes: isQuotable(file) && standing.has("seller"),
    };
  },
});

/** Sends the resident a link to a quote, or another one. */
export const sendQuote = verb({
  name: "quote.send",
  may: "ticket.work",
  input: z.strictObject(one),
  output: quoteView,
  run: async (key, work) => {
    const opened = await openQuote(work, key);
    const quote = act(work, opened, "send", { sentAt: work.now });
    const link = await tellQuote(work, opened.file.ticket, quote);
    return work.patch(Quote, quote, { link });
  },
});

/** Notes that the resident said no. */
export const declineQuote = verb({
  name: "quote.decline",
  may: "ticket.work",
  input: z.strictObject({ ...one, reason: why.optional() }),
  output: quoteView,
  run: async ({ reason, ...key }, work) => {
    const opened = await openQuote(work, key);
    return act(work, opened, "decline", endedBy(work, opened.file, reason));
  },
});

/** Takes a quote back, agreed to or not, as long as no work was reported done under it. */
export const withdrawQuote = verb({
  name: "quote.withdraw",
  may: "ticket.work",
  input: z.strictObject({ ...one, reason: why.optional() }),
  output: quoteView,
  run: async ({ reason, ...key }, work) => {
    const opened = await openQuote(work, key);
    return act(work, opened, "withdraw", endedBy(work, opened.file, reason));
  },
});
