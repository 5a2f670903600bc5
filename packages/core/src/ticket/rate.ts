import * as z from "zod";
import { answersCallback } from "../callback/policy";
import { answer } from "../callback/settle";
import { gone } from "../error";
import { verb } from "../verb";
import { act } from "./act";
import { openOwn } from "./own";
import { unfitting } from "./party";
import { isOver } from "./progress.status";
import { maxCompletions, score } from "./ticket.entity";

/**
 * The resident's own rating of one completion, from 1, once; of the last one where none is named. Of the satisfied it
 * is the callback itself, while that waits. Throws `gone` when it was rated before, or too long ago.
 */
export const rateTicket = verb({
  name: "ticket.rate",
  may: "resident",
  input: z.strictObject({
    score,
    words: z.string().trim().max(500).optional(),
    completion: z.int().min(1).max(maxCompletions).optional(),
  }),
  output: z.object({ number: z.string() }),
  run: async ({ score: given, words, completion }, work) => {
    const file = await openOwn();
    const index = (completion ?? file.ticket.completions.length) - 1;
    const rated = file.ticket.completions[index];
    if (!rated) throw unfitting(file.ticket);
    if (rated.rating || isOver(file.ticket, work.now)) throw gone("This was rated already, thank you");
    const isCallback = answersCallback(file.ticket, { index, score: given, at: work.now });
    const said = { score: given, words: words || undefined, index };
    const { ticket } = await act(work, file, isCallback ? "confirm" : "rate", said);
    await answer(work, ticket, index);
    return ticket;
  },
});
