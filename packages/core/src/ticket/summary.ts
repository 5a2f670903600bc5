import type * as z from "zod";
import { Ticket, type TicketItem, ticketSchema } from "./ticket.entity";

/** A ticket as lists show it. */
export const ticketSummary = ticketSchema
  .pick({
    ticketId: true,
    number: true,
    projectId: true,
    houseId: true,
    houseCode: true,
    kind: true,
    category: true,
    urgency: true,
    channel: true,
    words: true,
    state: true,
    trade: true,
    assigneeId: true,
    assigneeName: true,
    createdAt: true,
    responseDueAt: true,
    respondedAt: true,
    startedAt: true,
    onSiteDueAt: true,
    onSiteAt: true,
    answerDueAt: true,
    answeredAt: true,
    qualityDueAt: true,
    verifiedDueAt: true,
    verifiedAt: true,
    progressDueAt: true,
    promisedAt: true,
    completionDueAt: true,
    pausedAt: true,
    closedAt: true,
    reopenedCount: true,
    repeatOf: true,
  })
  .extend({ reporter: ticketSchema.shape.reporter.pick({ name: true, phone: true }) });
export type TicketSummary = z.output<typeof ticketSummary>;

/** What lists show of a ticket. */
export const summaryOf = (ticket: TicketItem): TicketSummary => ticketSummary.parse(ticket);

/** What a list found of a ticket. Earlier versions did not keep what is shown of it beside it. */
type Found = { ticketId: string; ticket?: TicketSummary };

/** The tickets of what a list found, by their ids; read are only those that do not stand beside it. */
export async function summariesOf(found: readonly Found[]): Promise<Map<string, TicketSummary>> {
  const missing = found.filter(({ ticket }) => !ticket).map(({ ticketId }) => ({ ticketId }));
  const read = await Ticket.batch(missing, { consistent: false });
  const beside = found.flatMap(({ ticket }) => ticket ?? []);
  return new Map([...read, ...beside].map((ticket) => [ticket.ticketId, ticket]));
}
