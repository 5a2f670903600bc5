import * as z from "zod";
import { instant } from "../clock";
import { useActor } from "../context";
import { badRequest, forbidden } from "../error";
import { idOf } from "../id";
import { trade } from "../member/member.entity";
import { verb } from "../verb";
import { act } from "./act";
import { actionInput } from "./dispatch";
import { openFile } from "./file";
import { believed } from "./late";
import { actOnOrder } from "./order.act";
import { pauseCauses } from "./order.states";
import { assigneeOf } from "./people";
import { stepOfAnswer } from "./step.entity";
import { note } from "./ticket.entity";
import { shown, ticketView } from "./view";

/** What every action on a work order takes: which one, where the ticket has several that would do. */
export const orderInput = { ...actionInput, order: z.int().min(1).max(99).optional() };

/** What a step at the place of work takes besides: when it was done, where there was no network to tell it at once. */
export const stepInput = { ...orderInput, at: instant.optional() };

/** Takes on what was given to oneself or to one's trade: the first one has it. The front desk may take a new one. */
export const acceptTicket = verb({
  name: "ticket.accept",
  may: "ticket.work",
  answerIn: stepOfAnswer,
  input: z.strictObject(stepInput),
  output: ticketView,
  run: async ({ ticketId, order, ...given }, work) => {
    if (useActor().type !== "member") throw forbidden();
    const file = await openFile(ticketId, work);
    const isNew = order === undefined && file.ticket.state === "registered";
    const { ticket } = isNew
      ? await act(work, file, "accept", given)
      : await actOnOrder(work, { of: file, order }, "accept", given);
    return shown(ticket);
  },
});

/** Gives it back to the front desk, saying why. */
export const refuseTicket = verb({
  name: "ticket.refuse",
  may: "ticket.work",
  answerIn: stepOfAnswer,
  input: z.strictObject({ ...orderInput, note }),
  output: ticketView,
  run: async ({ ticketId, order, ...given }, work) =>
    shown((await actOnOrder(work, { of: ticketId, order }, "refuse", given)).ticket),
});

/** Hands a work order to another trade or person, saying why. */
export const transferOrder = verb({
  name: "ticket.transfer",
  may: "ticket.work",
  answerIn: stepOfAnswer,
  input: z.strictObject({
    ...orderInput,
    note,
    trade: trade.optional(),
    assigneeId: idOf("member").optional(),
  }),
  output: ticketView,
  run: async ({ ticketId, order, ...given }, work) => {
    const { assigneeId } = given;
    const { ticket } = await actOnOrder(work, { of: ticketId, order }, "transfer", async (before) => ({
      ...given,
      assigneeName: assigneeId && (await assigneeOf(assigneeId, before)).name,
    }));
    return shown(ticket);
  },
});

/** Notes when the resident expects somebody, as agreed with them. */
export const appointOrder = verb({
  name: "ticket.appoint",
  may: "ticket.work",
  answerIn: stepOfAnswer,
  input: z.strictObject({ ...stepInput, appointmentAt: instant, note: note.optional() }),
  output: ticketView,
  run: async ({ ticketId, order, ...given }, work) => {
    if (given.appointmentAt <= believed(given.at, work.now))
      throw badRequest("The visit must lie ahead", "appointmentAt");
    return shown((await actOnOrder(work, { of: ticketId, order }, "appoint", given)).ticket);
  },
});

/** Somebody is there. */
export const arriveAtOrder = verb({
  name: "ticket.arrive",
  may: "ticket.work",
  answerIn: stepOfAnswer,
  input: z.strictObject({ ...stepInput, note: note.optional() }),
  output: ticketView,
  run: async ({ ticketId, order, ...given }, work) =>
    shown((await actOnOrder(work, { of: ticketId, order }, "arrive", given)).ticket),
});

/** The work begins. */
export const startTicket = verb({
  name: "ticket.start",
  may: "ticket.work",
  answerIn: stepOfAnswer,
  input: z.strictObject({ ...stepInput, note: note.optional() }),
  output: ticketView,
  run: async ({ ticketId, order, ...given }, work) =>
    shown((await actOnOrder(work, { of: ticketId, order }, "start", given)).ticket),
});

/**
 * The work has to rest, and why: `cause` is what its resident is told of it. While all of a ticket's work rests, its
 * completion clock stands.
 */
export const pauseOrder = verb({
  name: "ticket.pause",
  may: "ticket.work",
  answerIn: stepOfAnswer,
  input: z.strictObject({ ...stepInput, note, cause: z.enum(pauseCauses).optional() }),
  output: ticketView,
  run: async ({ ticketId, order, ...given }, work) =>
    shown((await actOnOrder(work, { of: ticketId, order }, "pause", given)).ticket),
});

/** The work goes on. */
export const resumeOrder = verb({
  name: "ticket.resume",
  may: "ticket.work",
  answerIn: stepOfAnswer,
  input: z.strictObject({ ...stepInput, note: note.optional() }),
  output: ticketView,
  run: async ({ ticketId, order, ...given }, work) =>
    shown((await actOnOrder(work, { of: ticketId, order }, "resume", given)).ticket),
});

/** Takes a work order back that need not be done. */
export const withdrawOrder = verb({
  name: "ticket.withdraw",
  may: "ticket.dispatch",
  answerIn: stepOfAnswer,
  input: z.strictObject({ ...orderInput, note }),
  output: ticketView,
  run: async ({ ticketId, order, ...given }, work) =>
    shown((await actOnOrder(work, { of: ticketId, order }, "withdraw", given)).ticket),
});
