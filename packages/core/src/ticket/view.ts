import * as z from "zod";
import { useActor } from "../context";
import { rolePermissions } from "../member/role";
import { workedOn } from "./party";
import { type TicketItem, ticketSchema } from "./ticket.entity";

/** A ticket as members see it: they have no part in what its resident says by the link. */
export const ticketView = ticketSchema
  .extend({ rev: z.int() })
  .omit({ steps: true, workerIds: true, link: true, relinked: true, duplicates: true });

/**
 * What residents said of the work, in ratings and callbacks, is for those who judge it, never for those who did it:
 * managers and auditors see it, and who calls back, unless they had a part in the work.
 */
function hearsResidents(ticket: TicketItem): boolean {
  const actor = useActor();
  if (actor.type !== "member") return actor.type === "system";
  const may = rolePermissions[actor.role];
  return may.has("audit.read") || (may.has("callback.make") && !workedOn(ticket, actor.memberId));
}

/** The ticket without what the actor is not to hear. */
export function shown(ticket: TicketItem): TicketItem {
  if (hearsResidents(ticket)) return ticket;
  const completions = ticket.completions.map(
    ({ rating: _rating, score: _score, scores: _scores, words: _words, ...rest }) => rest,
  );
  return { ...ticket, completions };
}
