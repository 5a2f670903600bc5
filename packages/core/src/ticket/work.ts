import * as z from "zod";
import { Callback, dueCallback } from "../callback/callback.entity";
import { wantsCallback } from "../callback/policy";
import { withdraw } from "../callback/settle";
import { instant } from "../clock";
import { fileOf } from "../complaint/act";
import { concealPhotos } from "../complaint/confidential";
import { useTenantActor } from "../context";
import { badRequest } from "../error";
import { isPaid, settleQuotes } from "../quote/charge";
import { tenantProfile } from "../tenant/profile";
import { verb } from "../verb";
import { act } from "./act";
import { actionInput } from "./dispatch";
import { openFile } from "./file";
import { actOnOrder } from "./order.act";
import type { OrderItem } from "./order.entity";
import { orderTable } from "./order.states";
import { stepInput } from "./order.verbs";
import { needPhotos } from "./photos";
import { isOpen } from "./states";
import { stepOfAnswer } from "./step.entity";
import { tellOutcome, tellReopened } from "./tell";
import { note, photos, type TicketItem } from "./ticket.entity";
import { shown, ticketView } from "./view";

/** Notes that somebody spoke with the resident about it, what was said, and when they were promised a call. */
export const contactResident = verb({
  name: "ticket.contact",
  may: "ticket.work",
  answerIn: stepOfAnswer,
  input: z.strictObject({ ...actionInput, note, callBackAt: instant.optional() }),
  output: ticketView,
  run: async ({ ticketId, callBackAt: appointmentAt, ...given }, work) => {
    if (appointmentAt && appointmentAt <= work.now) throw badRequest("The call must lie ahead", "callBackAt");
    return shown((await act(work, ticketId, "contact", { ...given, appointmentAt })).ticket);
  },
});

/**
 * Reports work done, and whether the resident pays for it: one's own order, or for the front desk all there is. When
 * nothing else is left to do, what they agreed to pay is charged, they are told, and a callback is due unless the policy
 * wants none. Throws `conflict` with the field `paid` where they agreed to nothing, or to something nothing is said of.
 */
export const completeTicket = verb({
  name: "ticket.complete",
  may: "ticket.work",
  answerIn: stepOfAnswer,
  input: z.strictObject({
    ...stepInput,
    note,
    photos: photos.default([]),
    /** To be said where the resident has agreed to a quote. */
    paid: z.boolean().optional(),
  }),
  output: ticketView,
  run: async ({ ticketId, order, ...given }, work) => {
    const { callbackHours, callbackShares } = await tenantProfile();
    const file = await openFile(ticketId, work);
    const paid = isPaid(file, given.paid);
    const facts = async (before: TicketItem) => {
      const of = { ...before, completion: before.completions.length + 1, paid };
      return { ...given, paid, callbackHours, callbackWanted: wantsCallback(of, callbackShares) };
    };
    const { ticket } =
      order !== undefined || hasOwn(file.orders)
        ? await actOnOrder(work, { of: file, order }, "complete", facts)
        : await act(work, file, "complete", facts);
    await needPhotos(ticket.projectId, given.photos);
    if (ticket.kind === "complaint") await concealPhotos(work, (await fileOf(ticket)).one, given.photos);
    if (isOpen(ticket.state)) return shown(ticket);
    await settleQuotes(work, file.quotes, ticket, given.paid === true || file.ticket.paid === true);
    const due = dueCallback(ticket);
    if (due) work.create(Callback, due, "race");
    await tellOutcome(work, ticket);
    return shown(ticket);
  },
});

function hasOwn(orders: readonly OrderItem[]) {
  const actor = useTenantActor();
  return orders.some(
    ({ state, assigneeId }) =>
      orderTable[state].complete?.who.includes("assignee") &&
      actor.type === "member" &&
      assigneeId === actor.memberId,
  );
}

/** Takes up again what was reported done or closed, with a clock of its own. */
export const reopenTicket = verb({
  name: "ticket.reopen",
  may: "ticket.dispatch",
  answerIn: stepOfAnswer,
  input: z.strictObject({ ...actionInput, note }),
  output: ticketView,
  run: async ({ ticketId, ...given }, work) => {
    const { ticket, callback } = await act(work, ticketId, "reopen", given);
    withdraw(work, callback);
    await tellReopened(work, ticket);
    return shown(ticket);
  },
});
