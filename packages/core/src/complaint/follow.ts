import type { Work } from "../table/work";
import type { Action as TicketAction } from "../ticket/states";
import type { TicketItem } from "../ticket/ticket.entity";
import { act, fileOf, nextStage } from "./act";
import { Case } from "./case.entity";
import { moveSign } from "./signs";
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
  if (before.kind !== "complaint") return;
  if (ticket.category !== before.category) await moveTo(work, before, ticket.category);
  const meaning = meanings[action];
  if (!meaning) return;
  const doing = { note, ...(meaning === "again" && { changes: nextStage }) };
  const one = act(work, await fileOf(before), meaning, doing, asTicket);
  if (meaning === "again") await tellRaised(work, one);
}

/** The category turned out another: lists and signs go by it. */
async function moveTo(work: Work, before: TicketItem, category: string) {
  const { one, isNew } = await fileOf(before);
  if (!isNew) work.patch(Case, one, { category, ...(await moveSign(work, one, { ...one, category })) });
}
