import * as z from "zod";
import { useActor } from "../context";
import { badRequest, forbidden, notFound } from "../error";
import { idOf } from "../id";
import { trade } from "../member/member.entity";
import { verb } from "../verb";
import { act } from "./act";
import { category, hasCategory } from "./kind";
import { assigneeOf } from "./people";
import { markRepeated, repairedIn, repeatedBy, unmarkRepeated } from "./repeat";
import { note, Ticket, words } from "./ticket.entity";
import { shown, ticketView } from "./view";

/** What every action on a ticket takes: which one, and the revision seen, if a change in between is to be refused. */
export const actionInput = { ticketId: idOf("ticket"), rev: z.int().min(1).optional() };

/** Corrects the words or, before it was ever reported done, the category. */
export const editTicket = verb({
  name: "ticket.edit",
  may: "ticket.register",
  input: z.strictObject({ ...actionInput, words: words.optional(), category: category.optional() }),
  output: ticketView,
  run: async ({ ticketId, ...given }, work) => {
    const { before, ticket } = await act(work, ticketId, "edit", given);
    if (ticket.category === before.category) return shown(ticket);
    if (!hasCategory(ticket.kind, ticket.category))
      throw badRequest("This kind has no such category", "category");
    if (before.completions.length > 0)
      throw badRequest("What was reported done keeps its category", "category");
    await unmarkRepeated(work, before);
    const earlier = await repeatedBy(ticket, await repairedIn(ticket.houseId, ticket.category));
    markRepeated(work, earlier, ticketId);
    return shown(work.patch(Ticket, ticket, { repeatOf: earlier.map((one) => one.ticketId) }));
  },
});

/** Gives a ticket to a trade, a person, or a person of a trade; also to another one than before. */
export const assignTicket = verb({
  name: "ticket.assign",
  may: "ticket.dispatch",
  input: z.strictObject({
    ...actionInput,
    trade: trade.optional(),
    assigneeId: idOf("member").optional(),
    note: note.optional(),
  }),
  output: ticketView,
  run: async ({ ticketId, ...given }, work) => {
    const { assigneeId } = given;
    const { ticket } = await act(work, ticketId, "assign", async ({ projectId }) => ({
      ...given,
      assigneeName: assigneeId && (await assigneeOf(assigneeId, projectId)).name,
    }));
    return shown(ticket);
  },
});

/** Takes on what was given to oneself or to one's trade: the first one has it. The front desk may take a new one. */
export const acceptTicket = verb({
  name: "ticket.accept",
  may: "ticket.work",
  input: z.strictObject(actionInput),
  output: ticketView,
  run: async ({ ticketId, ...given }, work) => {
    if (useActor().type !== "member") throw forbidden();
    return shown((await act(work, ticketId, "accept", given)).ticket);
  },
});

/** Gives it back to the front desk, saying why. */
export const refuseTicket = verb({
  name: "ticket.refuse",
  may: "ticket.work",
  input: z.strictObject({ ...actionInput, note }),
  output: ticketView,
  run: async ({ ticketId, ...given }, work) => shown((await act(work, ticketId, "refuse", given)).ticket),
});

/** Ends what should never have been a ticket, or is another one's duplicate; it counts in no figure. */
export const voidTicket = verb({
  name: "ticket.void",
  may: "ticket.dispatch",
  input: z.strictObject({ ...actionInput, note, duplicateOf: idOf("ticket").optional() }),
  output: ticketView,
  run: async ({ ticketId, ...given }, work) => {
    const { ticket } = await act(work, ticketId, "void", given);
    if (given.duplicateOf) await needTwin(ticketId, given.duplicateOf, ticket.projectId);
    await unmarkRepeated(work, ticket);
    return shown(ticket);
  },
});

async function needTwin(ticketId: string, duplicateOf: string, projectId: string) {
  const twin = await Ticket.get({ ticketId: duplicateOf });
  if (!twin) throw notFound();
  if (twin.projectId !== projectId || ticketId === duplicateOf || twin.state === "void")
    throw badRequest("There is no such ticket in this project", "duplicateOf");
}
