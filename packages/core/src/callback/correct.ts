import type { Work } from "../table/work";
import type { TicketItem } from "../ticket/ticket.entity";
import { Callback, type CallbackItem } from "./callback.entity";
import { SecondCallback } from "./second.entity";

/** Brings the callbacks of a ticket's last completion in line with what the ticket turned out to be. */
export async function correctCallbacks(work: Work, callback: CallbackItem | undefined, ticket: TicketItem) {
  if (!callback) return;
  const { houseId, houseCode, reporter } = ticket;
  const now = { houseId, houseCode, reporterName: reporter.name, reporterPhone: reporter.phone };
  work.patch(Callback, callback, now);
  const second = callback.state === "due" ? undefined : await SecondCallback.get(callback);
  if (second) work.patch(SecondCallback, second, now);
}
