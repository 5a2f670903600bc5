import * as z from "zod";
import { noteDispatched } from "../day-check/note";
import { badRequest, notFound } from "../error";
import { idOf } from "../id";
import { trade } from "../member/member.entity";
import { settleQuotes } from "../quote/charge";
import type { Work } from "../table/work";
import { verb } from "../verb";
import { act, type Doing } from "./act";
import { openFile } from "./file";
import { assigneeOf } from "./people";
import { unmarkRepeated } from "./repeat";
import { stepOfAnswer } from "./step.entity";
import { maxRelated, note, Ticket, type TicketItem } from "./ticket.entity";
import { shown, ticketView } from "./view";

/** What every action on a ticket takes: which one, and the revision seen, if a change in between is to be refused. */
export const actionInput = { ticketId: idOf("ticket"), rev: z.int().min(1).optional() };

const target = { trade: trade.optional(), assigneeId: idOf("member").optional(), note: note.optional() };

/** With the name of the person it is given to, who must do such work in the ticket's project. */
const named = async <G extends { assigneeId?: string }>(given: G, ticket: TicketItem) => ({
  ...given,
  assigneeName: given.assigneeId && (await assigneeOf(given.assigneeId, ticket)).name,
});

/** Gives out work, and notes it for the evening's check. */
async function giveOut(
  work: Work,
  ticketId: string,
  action: "assign" | "split",
  given: Omit<Doing, "assigneeName">,
) {
  const file = await openFile(ticketId, work);
  const [whom] = await Promise.all([named(given, file.ticket), noteDispatched(work, file.ticket)]);
  const { ticket } = await act(work, file, action, whom);
  return shown(ticket);
}

/**
 * Gives a ticket to a trade, a person, or a person of a trade; also to another one than before. `order` says which of
 * several work orders.
 */
export const assignTicket = verb({
  name: "ticket.assign",
  may: "ticket.dispatch",
  answerIn: stepOfAnswer,
  input: z.strictObject({ ...actionInput, order: z.int().min(1).max(99).optional(), ...target }),
  output: ticketView,
  run: ({ ticketId, ...given }, work) => giveOut(work, ticketId, "assign", given),
});

/** Gives a further work order of the same ticket to a trade, a person, or a person of a trade. */
export const splitTicket = verb({
  name: "ticket.split",
  may: "ticket.dispatch",
  answerIn: stepOfAnswer,
  input: z.strictObject({ ...actionInput, ...target }),
  output: ticketView,
  run: ({ ticketId, ...given }, work) => giveOut(work, ticketId, "split", given),
});

/**
 * Ends what should never have been a ticket, or is another one's duplicate, whose outcome its resident is told then; it
 * counts in no figure.
 */
export const voidTicket = verb({
  name: "ticket.void",
  may: "ticket.dispatch",
  answerIn: stepOfAnswer,
  input: z.strictObject({ ...actionInput, note, duplicateOf: idOf("ticket").optional() }),
  output: ticketView,
  run: async ({ ticketId, ...given }, work) => {
    const file = await openFile(ticketId, work);
    const { ticket } = await act(work, file, "void", given);
    await settleQuotes(work, file.quotes, ticket, false);
    await unmarkRepeated(work, ticket);
    if (given.duplicateOf) await mergeInto(work, given.duplicateOf, ticket);
    return shown(ticket);
  },
});

/** Notes on a ticket that another one, and whatever was merged into that, went into it. */
async function mergeInto(
  work: Work,
  duplicateOf: string,
  { ticketId, projectId, duplicates = [] }: TicketItem,
) {
  const twin = await Ticket.get({ ticketId: duplicateOf });
  if (!twin) throw notFound();
  if (twin.projectId !== projectId || ticketId === duplicateOf || twin.state === "void")
    throw badRequest("There is no such ticket in this project", "duplicateOf");
  work.patch(Ticket, twin, {
    duplicates: [...(twin.duplicates ?? []), ticketId, ...duplicates].slice(0, maxRelated),
    // As it stands once the other one, maybe its repeat, is void.
    repeatedBy: twin.repeatedBy.filter((id) => id !== ticketId),
  });
}
