import { conflict } from "../error";
import type { Work } from "../table/work";
import type { Action as TicketAction } from "../ticket/states";
import type { TicketItem } from "../ticket/ticket.entity";
import { act, fileOf, nextStage } from "./act";
import { Case } from "./case.entity";
import { registerCase, repeatedBy } from "./register";
import { dropSign, moveSign, noteSign } from "./signs";
import type { Action, Party } from "./states";
import { tellRaised } from "./tell";

/** What an action on its ticket means to a complaint; nothing where it is not named. */
const meanings: Partial<Record<TicketAction, Action>> = {
  satisfied: "satisfied",
  confirm: "satisfied",
  unsatisfied: "again",
  reopen: "again",
  void: "void",
};
/** Not a person, but what becomes of the ticket. */
export const asTicket: ReadonlySet<Party> = new Set(["ticket"]);

/**
 * Brings a complaint in line with what was done with its ticket. This is where callback and complaint meet: a resident
 * who is satisfied leaves the ticket completed until somebody answers for it, which closes both; one who is not brings
 * the ticket back to work and the complaint into its next stage, which the quality department is told of.
 */
export async function followTicket(
  work: Work,
  { before, ticket }: { before: TicketItem; ticket: TicketItem },
  action: TicketAction,
  note: string | undefined,
) {
  if (before.kind !== ticket.kind) return followKind(work, before, ticket);
  if (before.kind !== "complaint") return;
  if (ticket.category !== before.category || ticket.houseId !== before.houseId)
    await moveTo(work, before, ticket);
  const meaning = meanings[action];
  if (!meaning) return;
  const doing = { note, ...(meaning === "again" && { changes: nextStage }) };
  const one = act(work, await fileOf(before), meaning, doing, asTicket);
  if (meaning === "again") await tellRaised(work, one);
}

const placeOf = ({ category, houseId, houseCode }: TicketItem) => ({ category, houseId, houseCode });

/** The category or the house turned out another: lists, signs and repeats go by them. */
async function moveTo(work: Work, before: TicketItem, ticket: TicketItem) {
  const { one, isNew } = await fileOf(before);
  if (isNew) return;
  const place = { ...placeOf(ticket), repeatOf: await repeatedBy(ticket) };
  work.patch(Case, one, { ...place, ...(await moveSign(work, one, { ...one, ...place })) });
}

/** A ticket turned out to be a complaint, which sets out on its way, or none, which ends it as long as it is not answered. */
async function followKind(work: Work, before: TicketItem, ticket: TicketItem) {
  if (before.kind === "complaint") await endCase(work, before);
  if (ticket.kind === "complaint") await beginCase(work, ticket);
}

async function endCase(work: Work, ticket: TicketItem) {
  const file = await fileOf(ticket);
  if ((file.one.about ?? []).length > 0)
    throw conflict("This complaint is kept from those it is about: lift that first", "kind");
  act(work, file, "void", {}, asTicket);
  await dropSign(work, file.one);
}

async function beginCase(work: Work, ticket: TicketItem) {
  const known = await Case.get(ticket);
  if (!known) return registerCase(work, ticket);
  // It was one before.
  const place = { ...placeOf(ticket), repeatOf: await repeatedBy(ticket) };
  const one = act(work, { ticket, one: known, isNew: false }, "again", { changes: () => place }, asTicket);
  work.patch(Case, one, await noteSign(work, one));
}
