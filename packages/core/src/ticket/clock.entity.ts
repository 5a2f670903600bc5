import * as z from "zod";
import { instant } from "../clock";
import { idOf } from "../id";
import { entity, type ItemOf } from "../table/entity";
import type { Work } from "../table/work";
import { isOpen } from "./states";
import type { TicketItem } from "./ticket.entity";

/**
 * The clock that runs for a ticket: until somebody takes it up, then until it is done. There is one only while it
 * runs, found by the time it runs out, in its project (gsi1) and in the firm (gsi2).
 */
export const TicketClock = entity({
  name: "ticketClock",
  schema: z.object({ ticketId: idOf("ticket"), projectId: idOf("project"), dueAt: instant }),
  key: (key: { ticketId: string }) => [[key.ticketId], "clock"],
  indexes: {
    gsi1: ({ projectId, dueAt, ticketId }) => [[projectId, "ticketClock"], `${dueAt}#${ticketId}`],
    gsi2: ({ dueAt, ticketId }) => [["ticketClock"], `${dueAt}#${ticketId}`],
  },
});
export type ClockItem = ItemOf<typeof TicketClock>;

/** When the clock of a ticket runs out; undefined while none runs. */
export function runsOutAt({
  state,
  respondedAt,
  responseDueAt,
  completionDueAt,
}: Pick<TicketItem, "state" | "respondedAt" | "responseDueAt" | "completionDueAt">): string | undefined {
  if (!isOpen(state)) return undefined;
  return respondedAt ? completionDueAt : responseDueAt;
}

/** Brings a ticket's clock in line with the ticket. */
export function setClock(work: Work, ticket: TicketItem, clock?: ClockItem) {
  const { ticketId, projectId } = ticket;
  const dueAt = runsOutAt(ticket);
  if (!clock) {
    if (dueAt) work.create(TicketClock, { ticketId, projectId, dueAt }, "race");
  } else if (!dueAt) work.remove(TicketClock, clock);
  else if (dueAt !== clock.dueAt) work.patch(TicketClock, clock, { dueAt });
}
