import * as z from "zod";
import { answersCallback } from "../callback/policy";
import { answer } from "../callback/settle";
import { categoryFields } from "../category/category.entity";
import { categoryOf } from "../category/current";
import { useActor } from "../context";
import { forbidden, gone, notFound } from "../error";
import { verb } from "../verb";
import { act } from "./act";
import { ratingSubject } from "./party";
import { ratingSchema, score, Ticket, type TicketItem } from "./ticket.entity";

const ratable = z.object({
  number: z.string(),
  projectId: z.string(),
  houseCode: z.string().optional(),
  kind: z.string(),
  category: z.string(),
  /** What its category is called. */
  categoryNames: categoryFields.shape.names.optional(),
  words: z.string(),
  locale: z.string(),
  /** What was done. */
  outcome: z.string(),
  completedAt: z.string(),
  /** Set once it was rated. */
  rating: ratingSchema.optional(),
});

/** What the link to rate shows to whoever holds it. */
export const getRatable = verb({
  name: "ticket.ratable",
  may: "resident",
  input: z.strictObject({}),
  output: ratable,
  run: async () => {
    const { ticketId, index } = subject();
    return viewOf(await Ticket.need({ ticketId }), index);
  },
});

/**
 * The resident's own rating of one completion, once. Of the satisfied it is the callback itself, while that waits.
 * Throws `gone` when it was rated before.
 */
export const rateTicket = verb({
  name: "ticket.rate",
  may: "resident",
  input: z.strictObject({ score, words: z.string().trim().max(500).optional() }),
  output: ratable,
  run: async ({ score: given, words }, work) => {
    const { ticketId, index } = subject();
    const said = { score: given, words: words || undefined };
    const { before, ticket } = await act(
      work,
      ticketId,
      (seen) => (answersCallback(seen, { index, score: given, at: work.now }) ? "confirm" : "rate"),
      { ...said, index },
    );
    if (completionAt(before, index).rating) throw gone("This was rated already, thank you");
    await answer(work, ticket, index);
    return viewOf(ticket, index);
  },
});

function subject() {
  const actor = useActor();
  if (actor.type !== "resident") throw forbidden();
  const found = ratingSubject(actor.subjectId);
  if (!found) throw notFound();
  return found;
}

function completionAt({ completions }: TicketItem, index: number) {
  const completion = completions[index];
  if (!completion) throw notFound();
  return completion;
}

async function viewOf(ticket: TicketItem, index: number) {
  const { note: outcome, completedAt, rating } = completionAt(ticket, index);
  const { number, projectId, houseCode, kind, category, words, reporter } = ticket;
  const categoryNames = (await categoryOf(kind, category))?.names;
  const said = { number, projectId, houseCode, kind, category, categoryNames, words };
  return { ...said, locale: reporter.locale, outcome, completedAt, rating };
}
