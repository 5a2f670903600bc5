import * as z from "zod";
import { Callback, dueCallback, withdraw } from "../callback/callback.entity";
import { tenantProfile } from "../tenant/profile";
import { verb } from "../verb";
import { act } from "./act";
import { actionInput } from "./dispatch";
import { needPhotos } from "./photos";
import { tellOutcome, tellReopened } from "./tell";
import { note, photos } from "./ticket.entity";
import { shown, ticketView } from "./view";

/** Notes that somebody spoke with the resident about it, and what was said. */
export const contactResident = verb({
  name: "ticket.contact",
  may: "ticket.work",
  input: z.strictObject({ ...actionInput, note }),
  output: ticketView,
  run: async ({ ticketId, ...given }, work) => shown((await act(work, ticketId, "contact", given)).ticket),
});

/** The work begins. */
export const startTicket = verb({
  name: "ticket.start",
  may: "ticket.work",
  input: z.strictObject({ ...actionInput, note: note.optional() }),
  output: ticketView,
  run: async ({ ticketId, ...given }, work) => shown((await act(work, ticketId, "start", given)).ticket),
});

/** Reports the work done: the resident is told, and a callback is due unless the policy wants none. */
export const completeTicket = verb({
  name: "ticket.complete",
  may: "ticket.work",
  input: z.strictObject({ ...actionInput, note, photos: photos.default([]) }),
  output: ticketView,
  run: async ({ ticketId, ...given }, work) => {
    const { callbackHours } = await tenantProfile();
    const { ticket } = await act(work, ticketId, "complete", { ...given, callbackHours });
    await needPhotos(ticket.projectId, given.photos);
    const due = dueCallback(ticket);
    if (due) work.create(Callback, due, "race");
    await tellOutcome(work, ticket);
    return shown(ticket);
  },
});

/** Takes up again what was reported done or closed, with a clock of its own. */
export const reopenTicket = verb({
  name: "ticket.reopen",
  may: "ticket.dispatch",
  input: z.strictObject({ ...actionInput, note }),
  output: ticketView,
  run: async ({ ticketId, ...given }, work) => {
    const { ticket } = await act(work, ticketId, "reopen", given);
    await withdraw(work, ticket);
    await tellReopened(work, ticket);
    return shown(ticket);
  },
});
