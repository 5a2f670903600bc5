import * as z from "zod";
import { Attachment } from "../attachment/attachment.entity";
import { categoryFields } from "../category/category.entity";
import { categoryOf } from "../category/current";
import { instant } from "../clock";
import { Case } from "../complaint/case.entity";
import { Project } from "../project/project.entity";
import { locale } from "../tenant/tenant.entity";
import { verb } from "../verb";
import { ticketKind } from "./kind";
import { openOwn, roomOf } from "./own";
import { firstWords, happening, happeningsOf, withoutOthers } from "./progress.history";
import { offer, offerOf } from "./progress.offer";
import { isOver, mayReopen, reopenUntil, standing, standingOf } from "./progress.status";
import { isOpen } from "./states";
import { type StepItem, stepsOf } from "./step.entity";
import { photos, ratingSchema, Ticket, type TicketItem } from "./ticket.entity";

/** What of the ticket it went into its resident is told: its number and how it stands, nothing of whose it is. */
const twin = z.object({ number: z.string(), is: z.enum(["open", "done", "void"]) });

/** A ticket as whoever holds its link sees it. */
const progress = z.object({
  number: z.string(),
  kind: ticketKind,
  category: z.string(),
  /** What its category is called. */
  categoryNames: categoryFields.shape.names.optional(),
  houseCode: z.string().optional(),
  createdAt: instant,
  locale,
  /** What the resident said first, and the photos they sent with it. */
  words: z.string(),
  photos,
  standing,
  history: z.array(happening),
  /** What was done, while it stands; `rating` once the resident gave one. */
  outcome: z
    .object({
      /** Which completion, from 1. */
      completion: z.int(),
      note: z.string(),
      completedAt: instant,
      rating: ratingSchema.optional(),
    })
    .optional(),
  offer: offer.optional(),
  twin: twin.optional(),
  /** How often the resident may still add to it, and how many photos at once. */
  room: z.object({ times: z.int(), photos: z.int() }),
  mayReopen: z.boolean(),
  reopenUntil: instant.optional(),
  /** It ended so long ago that it is shown no more. */
  over: z.boolean(),
  /** Whom to call, and where something else is reported. */
  project: z.object({ phone: z.string().optional(), reportToken: z.string() }),
});
export type Progress = z.output<typeof progress>;

/** How a ticket goes, for whoever holds its link: in the resident's own words, and what they are told. */
export const getProgress = verb({
  name: "ticket.progress",
  may: "resident",
  input: z.strictObject({}),
  output: progress,
  run: async (_, { now }) => {
    const { ticket, orders, quotes } = await openOwn();
    const { ticketId, projectId, kind, category } = ticket;
    const [steps, { phone, reportToken }, names, complaint, into] = await Promise.all([
      stepsOf(ticketId).then(withoutOthers),
      Project.need({ projectId }),
      categoryOf(kind, category),
      kind === "complaint" ? Case.get({ ticketId }) : undefined,
      twinOf(ticket),
    ]);
    const happened = happeningsOf(steps, ticket);
    const shown = await thereOf(happened.flatMap((one) => one.photos ?? []));
    const history = happened.map((one) => ({ ...one, photos: one.photos?.filter((id) => shown.has(id)) }));
    return {
      ...ticket,
      categoryNames: names?.names,
      locale: ticket.reporter.locale,
      words: firstWords(steps, ticket),
      photos: history[0]?.photos ?? [],
      standing: standingOf({ ticket, orders, complaint, now }),
      history,
      outcome: outcomeOf(ticket, steps),
      offer: offerOf(ticket, quotes.at(-1), now),
      twin: into,
      room: roomOf(ticket, steps),
      mayReopen: mayReopen(ticket, now),
      reopenUntil: reopenUntil(ticket),
      over: isOver(ticket, now),
      project: { phone: phone || undefined, reportToken },
    };
  },
});

function outcomeOf({ state, completions }: TicketItem, steps: readonly StepItem[]) {
  const last = completions.at(-1);
  if (!last || isOpen(state)) return undefined;
  const { note, completedAt, rating } = last;
  const own = steps.some(
    ({ action, at }) => (action === "rate" || action === "confirm") && at === rating?.at,
  );
  // What somebody else said of it, who was taken for its resident, is not repeated.
  const said = rating && (own ? rating : { ...rating, words: undefined });
  return { completion: completions.length, note, completedAt, rating: said };
}

/** The ticket that this one, and whatever it was merged into, went into in the end. */
async function twinOf(ticket: TicketItem): Promise<z.output<typeof twin> | undefined> {
  let last = ticket;
  for (let hops = 0; last.duplicateOf && hops < 5; hops++)
    last = (await Ticket.get({ ticketId: last.duplicateOf })) ?? { ...last, duplicateOf: undefined };
  if (last === ticket) return undefined;
  const { number, state } = last;
  return { number, is: state === "void" ? "void" : isOpen(state) ? "open" : "done" };
}

/** Those of these photos that nobody took away. */
async function thereOf(attachmentIds: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await Attachment.batch(attachmentIds.map((attachmentId) => ({ attachmentId })));
  return new Set(found.flatMap(({ attachmentId, removed }) => (removed ? [] : attachmentId)));
}
