import * as z from "zod";
import { correctCallbacks } from "../callback/correct";
import { needCategory } from "../category/current";
import { badRequest } from "../error";
import { correctedHouse } from "../house/correct";
import { idOf } from "../id";
import { needTakenDown } from "../praise/correct";
import { needFreeOfQuotes } from "../quote/correct";
import { verb } from "../verb";
import { act } from "./act";
import { actionInput } from "./dispatch";
import { isSame, reporterAfter } from "./edit.person";
import { needRev, openFile, type TicketFile } from "./file";
import { categoryCode, ticketChannels, ticketKind, urgency, urgencyOf } from "./kind";
import { rematch } from "./repeat";
import { isOpen } from "./states";
import { stepOfAnswer, type Was } from "./step.entity";
import { relink, tellRelinked } from "./tell";
import { reporterSchema, type TicketItem, words } from "./ticket.entity";
import { timesAfter } from "./times";
import { shown, ticketView } from "./view";

const corrections = z.strictObject({
  words: words.optional(),
  category: categoryCode.optional(),
  kind: ticketKind.optional(),
  urgency: urgency.optional(),
  channel: z.enum(ticketChannels).optional(),
  /** Null for a public area. */
  houseId: idOf("house").nullable().optional(),
  /** In place of all that stood there of the reporter; a resident's particulars are filled in where they are left out. */
  reporter: reporterSchema.partial().optional(),
});
type Corrections = z.output<typeof corrections>;
/** What of a ticket a correction may change. */
export type Corrected = Pick<
  TicketItem,
  "words" | "kind" | "category" | "urgency" | "channel" | "houseId" | "houseCode" | "reporter"
>;

/**
 * Corrects what was entered wrongly: words and category, as whoever took it in may; house, reporter, kind, urgency and
 * channel, as who dispatches may, and the words later, too. Its number stays. Clocks that run count from when they started by what it is
 * now. Where it turned out to be another one's, links from before open it no more, and they are sent their own. Throws
 * `bad_request` or `conflict` with what stands against it.
 */
export const editTicket = verb({
  name: "ticket.edit",
  may: "ticket.register",
  answerIn: stepOfAnswer,
  input: z.strictObject({ ...actionInput, ...corrections.shape }),
  output: ticketView,
  run: async ({ ticketId, rev, ...given }, work) => {
    const file = await openFile(ticketId, work);
    needRev(file.ticket, rev);
    const after = await corrected(file.ticket, given);
    await needUnresisted(file, after);
    const link = relink(work, file.ticket, after.reporter);
    const { before, ticket } = await act(work, file, actionFor(file.ticket, given), {
      correction: { ...after, ...link?.changes, ...timesAfter(file, after, work.now) },
      was: wasOf(file.ticket, after),
      relinked: link?.relinked,
    });
    const done = await rematch(work, before, ticket);
    await correctCallbacks(work, file.callback, done);
    if (link) await tellRelinked(work, done);
    return shown(done);
  },
});

/** Whoever took it in corrects words and category while it is open; the rest is for who dispatches. */
const actionFor = ({ state }: TicketItem, { words: _words, category: _category, ...more }: Corrections) =>
  isOpen(state) && Object.values(more).every((one) => one === undefined) ? "edit" : "correct";

/** What a correction makes of a ticket. Throws `not_found` for foreign houses and residents, `bad_request` for what does not go together. */
async function corrected(ticket: TicketItem, given: Corrections): Promise<Corrected> {
  const { kind = ticket.kind, category = ticket.category, channel = ticket.channel } = given;
  const filed = kind === ticket.kind && category === ticket.category;
  if (!filed) await needCategory(kind, category);
  const fitting = ticket.urgency === "large" && kind !== "repair" ? "ordinary" : ticket.urgency;
  const urgent = urgencyOf(kind, given.urgency ?? fitting);
  if (urgent === "large" && kind !== "repair") throw badRequest("Only repairs are large", "urgency");
  if (ticket.completions.length > 0 && !(filed && urgent === ticket.urgency))
    throw badRequest("What was reported done keeps its kind, category and urgency", "category");
  const elsewhere = badRequest(
    "This house is of another project: void this ticket and register it there",
    "houseId",
  );
  const place = await correctedHouse(ticket, given.houseId, elsewhere);
  const reporter = await reporterAfter(ticket, place, given.reporter);
  const { houseId, houseCode } = place;
  return {
    words: given.words ?? ticket.words,
    kind,
    category,
    urgency: urgent,
    channel,
    houseId,
    houseCode,
    reporter,
  };
}

/** Throws what stands against a correction of a ticket: a quote, a bill, a praise on the wall. */
async function needUnresisted(file: TicketFile, after: Corrected) {
  const { ticket } = file;
  const was = wasOf(ticket, after);
  needFreeOfQuotes(file.quotes, was);
  if (ticket.kind === "praise" && (was.kind || was.reporter)) await needTakenDown(ticket.ticketId);
}

/** How what a correction changes stood before; words stand in the note of its step. */
function wasOf(before: TicketItem, after: Corrected): Was {
  const { kind, category, urgency: urgent, channel, houseId, houseCode, reporter } = before;
  const { name, phone, email } = reporter;
  return {
    ...(kind !== after.kind && { kind }),
    ...(category !== after.category && { category }),
    ...(urgent !== after.urgency && { urgency: urgent }),
    ...(channel !== after.channel && { channel }),
    ...(houseId !== after.houseId && { house: houseCode ?? "" }),
    ...(!isSame(reporter, after.reporter) && { reporter: { name, phone, email } }),
  };
}
