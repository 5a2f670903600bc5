import * as z from "zod";
import { type DueKey, sweep } from "../table/due";
import { verb } from "../verb";
import { act, openQuote } from "./act";
import { isOpen } from "./states";

const lapseQuote = verb({
  name: "quote.lapse",
  may: "system",
  input: z.strictObject({ ticketId: z.string(), quote: z.int() }),
  output: z.object({ lapsed: z.boolean() }),
  run: async (key, work) => {
    const opened = await openQuote(work, key);
    const { state, expiresAt } = opened.quote;
    if (!isOpen(state) || expiresAt > work.now) return { lapsed: false };
    act(work, opened, "lapse", { ended: { at: work.now } });
    return { lapsed: true };
  },
});

/** The schedule of quotes: those that nobody answered in time lapse. Running it twice does nothing the second time. */
export const sweepQuotes = () =>
  sweep("quote", ({ pk, sk }: DueKey) =>
    lapseQuote({ ticketId: pk.split("#")[1] ?? "", quote: Number(sk.slice("quote#".length)) }),
  );
