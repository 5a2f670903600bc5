import { conflict, notFound } from "../error";
import { needReach } from "../member/scope";
import { Ticket, type TicketItem } from "../ticket/ticket.entity";
import { Praise, type PraiseItem } from "./praise.entity";

/** The ticket, which must be one of praise, in a project the actor works in. Throws `not_found`. */
export async function needTicket(ticketId: string): Promise<TicketItem> {
  const ticket = await Ticket.need({ ticketId });
  needReach(ticket.projectId);
  if (ticket.kind !== "praise") throw notFound();
  return ticket;
}

/** A praise of which it is said whom it is of, with its ticket. Throws `not_found`, or `conflict` where it is not. */
export async function needNamed(ticketId: string): Promise<{ ticket: TicketItem; praise: PraiseItem }> {
  const ticket = await needTicket(ticketId);
  const praise = await Praise.get({ ticketId });
  if (!praise) throw conflict("Say first whom it praises");
  if (ticket.state === "void") throw conflict("This ticket is void");
  return { ticket, praise };
}
