import * as z from "zod";
import { actorRef } from "../actor";
import { dateOf, localDate } from "../clock";
import { useTenantActor } from "../context";
import { badRequest, conflict } from "../error";
import { House } from "../house/house.entity";
import { idOf, newId } from "../id";
import { needReach } from "../member/scope";
import { needProject } from "../project/reach";
import { Resident } from "../resident/resident.entity";
import { nextNumber } from "../table/number";
import type { Work } from "../table/work";
import { tenantProfile } from "../tenant/profile";
import { categoryCode, ticketKind, urgency } from "../ticket/kind";
import { needPhotos } from "../ticket/photos";
import { registerTicketFor } from "../ticket/register";
import { photos, Ticket, type TicketItem, words } from "../ticket/ticket.entity";
import { verb } from "../verb";
import { Letter, type LetterItem, letterSchema, letterWays, writerSchema } from "./letter.entity";
import { needOwn } from "./own";

const becoming = z.strictObject({ kind: ticketKind, category: categoryCode, urgency: urgency.optional() });
/** The ticket a letter becomes, or the one it belongs to; a letter may also wait for either. */
const matter = {
  becomes: becoming.optional(),
  ticketId: idOf("ticket").optional(),
};

const letterInput = z.strictObject({
  projectId: idOf("project"),
  houseId: idOf("house").optional(),
  /** A resident's particulars are filled in where they are left out. */
  from: writerSchema.partial().default({}),
  way: z.enum(letterWays),
  receivedOn: localDate,
  words,
  pages: photos.default([]),
  ...matter,
});
type LetterInput = z.output<typeof letterInput>;

/** Enters a letter into the register and, where told so, makes it a ticket or lays it with one, at once. */
export const registerLetter = verb({
  name: "letter.register",
  may: "ticket.register",
  input: letterInput,
  output: letterSchema,
  run: async (input, work) => {
    await needProject(input.projectId);
    const { zone } = await tenantProfile();
    const today = dateOf(work.now, zone);
    if (input.receivedOn > today) throw badRequest("A letter cannot have come in the future", "receivedOn");
    const [writer, house] = await Promise.all([
      writerOf(input),
      houseOf(input),
      needPhotos(input.projectId, input.pages),
    ]);
    const actor = useTenantActor();
    const letter = work.create(Letter, {
      letterId: newId("letter", Date.parse(work.now)),
      number: await numberOf(work, input.projectId, today),
      projectId: input.projectId,
      houseId: house?.houseId,
      houseCode: house?.code,
      from: writer,
      way: input.way,
      receivedOn: input.receivedOn,
      words: input.words,
      pages: input.pages,
      registeredBy: actorRef(actor),
      registeredByName: actor.type === "member" ? actor.name : "Frontdesk",
      createdAt: work.now,
    });
    work.about(letter.letterId, letter.projectId, letter.number);
    return lay(work, letter, input);
  },
});

/** Makes a registered letter a ticket, or lays it with one; once. */
export const layLetter = verb({
  name: "letter.lay",
  may: "ticket.register",
  input: z.strictObject({ letterId: idOf("letter"), ...matter }),
  output: letterSchema,
  run: async ({ letterId, ...input }, work) => {
    const letter = await needOwn(letterId);
    if (letter.ticketId) throw conflict("This letter is with a ticket already");
    if (!input.becomes && !input.ticketId) throw badRequest("Which ticket?", "ticketId");
    work.about(letterId, letter.projectId, letter.number);
    return lay(work, letter, input);
  },
});

async function lay(
  work: Work,
  letter: LetterItem,
  { becomes, ticketId }: z.output<z.ZodObject<typeof matter>>,
) {
  if (becomes && ticketId) throw badRequest("A new ticket or one that is there, not both", "ticketId");
  const { number, letterId } = letter;
  const ticket = becomes ? await ticketFrom(work, letter, becomes) : await ticketIn(letter, ticketId);
  // What the ticket's registration noted of itself gives way: the act is the letter's.
  work.about(letterId, letter.projectId, number);
  if (!ticket) return letter;
  return work.patch(Letter, letter, { ticketId: ticket.ticketId, ticketNumber: ticket.number });
}

const ticketFrom = (work: Work, letter: LetterItem, what: z.output<typeof becoming>): Promise<TicketItem> =>
  registerTicketFor(work, {
    ...what,
    projectId: letter.projectId,
    houseId: letter.houseId,
    reporter: letter.from,
    channel: "letter",
    words: letter.words,
    photos: letter.pages,
  });

async function ticketIn({ projectId }: LetterItem, ticketId: string | undefined) {
  if (!ticketId) return undefined;
  const ticket = await Ticket.need({ ticketId });
  needReach(ticket.projectId);
  if (ticket.projectId !== projectId) throw badRequest("There is no such ticket in this project", "ticketId");
  return ticket;
}

async function numberOf(work: Work, projectId: string, today: string) {
  const day = today.replaceAll("-", "");
  const count = await nextNumber(work, `letter#${projectId}#${day}`);
  return `LX${day}-${String(count).padStart(4, "0")}`;
}

async function writerOf({ from, projectId }: LetterInput): Promise<z.output<typeof writerSchema>> {
  const { residentId } = from;
  const person = residentId ? await Resident.need({ residentId }) : undefined;
  if (person && person.projectId !== projectId) throw badRequest("Who wrote this?", "from.residentId");
  const name = from.name ?? person?.name;
  if (!name) throw badRequest("Who wrote this?", "from.name");
  return { residentId, name, phone: from.phone ?? person?.phone, email: from.email ?? person?.email };
}

async function houseOf({ houseId, projectId }: LetterInput) {
  if (!houseId) return undefined;
  const house = await House.need({ houseId });
  if (house.projectId !== projectId) throw badRequest("There is no such house in this project", "houseId");
  return house;
}
