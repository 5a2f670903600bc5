import type { Work } from "../table/work";
import type { TicketItem } from "../ticket/ticket.entity";
import { Callback, type CallbackItem } from "./callback.entity";
import { joinSample } from "./sample";

/** Nobody need ask any more: the work was taken up again before. */
export function withdraw(work: Work, callback: CallbackItem | undefined) {
  if (callback?.state === "due") work.patch(Callback, callback, { state: "withdrawn" });
}

/**
 * Takes over what the resident said by the link of the completion at `index`: it is the callback where the ticket
 * counts it as one, else whoever calls will know of it.
 */
export async function answer(work: Work, ticket: TicketItem, index: number) {
  const { ticketId, completions } = ticket;
  const { rating, byLink } = completions[index] ?? {};
  const callback = await Callback.get({ ticketId, completion: index + 1 });
  if (callback?.state !== "due") return;
  const sampled = byLink ? await joinSample(work, callback.projectId) : {};
  work.patch(Callback, callback, { rating, state: byLink ? "answered" : "due", ...sampled });
}
