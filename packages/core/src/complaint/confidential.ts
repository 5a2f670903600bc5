import * as z from "zod";
import { actorRef } from "../actor";
import { useActor } from "../context";
import { badRequest } from "../error";
import { idOf } from "../id";
import { hideFrom } from "../member/hidden.entity";
import type { Work } from "../table/work";
import type { TicketItem } from "../ticket/ticket.entity";
import { verb } from "../verb";
import { act, openCase } from "./act";
import { Case, type CaseItem } from "./case.entity";
import { CaseStep } from "./step.entity";
import { caseInput, caseView, viewOf } from "./view";

/** The members a complaint is about. It is hidden from them, whatever their role. */
export const concerned = z.array(idOf("member")).max(10);

/** Hides a complaint and its photos from those it has come to be about, and shows it to those it is not about. */
export async function conceal(
  work: Work,
  { ticketId }: Pick<CaseItem, "ticketId">,
  photos: readonly string[],
  { before, after }: Record<"before" | "after", readonly string[]>,
) {
  if (after.includes(actorRef(useActor())))
    throw badRequest("Nobody hides a complaint from themselves", "about");
  const ids = [ticketId, ...new Set(photos)];
  for (const memberId of new Set(after)) if (!before.includes(memberId)) await hideFrom(work, memberId, ids);
  for (const memberId of before) if (!after.includes(memberId)) await hideFrom(work, memberId, ids, false);
}

/** Hides photos that came to a complaint from those it is about. */
export async function concealPhotos(work: Work, { about = [] }: CaseItem, photos: readonly string[] = []) {
  if (photos.length > 0) for (const memberId of about) await hideFrom(work, memberId, photos);
}

/** Says which members a complaint is about: from then on it is there for none of them. None lifts it. */
export const keepConfidential = verb({
  name: "complaint.confide",
  may: "ticket.dispatch",
  input: z.strictObject({ ...caseInput, about: concerned }),
  output: caseView,
  run: async ({ ticketId, rev, about }, work) => {
    const file = await openCase(ticketId);
    const { ticket, one } = file;
    await conceal(work, one, await photosOf(ticket), { before: one.about ?? [], after: about });
    needFreeHands(ticket, about);
    return viewOf(act(work, file, "confide", { rev, changes: () => ({ about: [...new Set(about)] }) }));
  },
});

async function photosOf({ ticketId, photos, completions }: TicketItem): Promise<string[]> {
  const { items } = await CaseStep.query("table", [ticketId], { begins: "way#", limit: 500 });
  return [photos, ...completions.map((one) => one.photos), ...items.map((step) => step.photos)].flat();
}

function needFreeHands({ assigneeId }: TicketItem, about: readonly string[]) {
  if (assigneeId && about.includes(assigneeId))
    throw badRequest("Give the work to somebody else first: this complaint is about them", "about");
}

type Named = { memberId: string };
type OfTicket = Pick<TicketItem, "ticketId"> & { kind: string };

/** Those of these people whom a ticket is not about. */
export async function unconcerned<P extends Named>(people: readonly P[], ticket: OfTicket): Promise<P[]> {
  if (ticket.kind !== "complaint" || people.length === 0) return [...people];
  const { about = [] } = (await Case.get({ ticketId: ticket.ticketId })) ?? {};
  return people.filter(({ memberId }) => !about.includes(memberId));
}

/** Throws `bad_request` for a member a ticket is about: they get no part in it. */
export async function needUnconcerned(memberIds: readonly string[], ticket: OfTicket, field: string) {
  const people = memberIds.map((memberId) => ({ memberId }));
  if ((await unconcerned(people, ticket)).length < people.length)
    throw badRequest("This complaint is about this person", field);
}

/** Those of these tickets that are about no member: the others stand in no message to several. */
export async function unconfided<T extends OfTicket>(tickets: readonly T[]): Promise<T[]> {
  const complaints = tickets.filter(({ kind }) => kind === "complaint");
  const cases = await Case.batch(complaints.map(({ ticketId }) => ({ ticketId })));
  const confided = new Set(
    cases.filter(({ about = [] }) => about.length > 0).map(({ ticketId }) => ticketId),
  );
  return tickets.filter(({ ticketId }) => !confided.has(ticketId));
}
