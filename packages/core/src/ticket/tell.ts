import { plus } from "../clock";
import { createLink } from "../link/link";
import { linkUrl } from "../link/url";
import { queueMessage } from "../message/outbox";
import type { Work } from "../table/work";
import { type TenantProfile, tenantProfile } from "../tenant/profile";
import { ratingSubjectOf } from "./party";
import type { TicketItem } from "./ticket.entity";

/** How long a completion may be rated by its link. */
const ratingDays = 90;
/** So much of what was said is repeated to the resident. */
const titleLength = 200;

const letterTo = ({ reporter, ticketId, kind }: TicketItem) => ({
  to: { phone: reporter.phone, email: reporter.email, locale: reporter.locale },
  aboutId: ticketId,
  urgent: kind === "emergency",
});

/** Tells the resident that it is registered, and under which number. */
export function tellRegistered(work: Work, profile: TenantProfile, ticket: TicketItem) {
  const title = [...ticket.words].slice(0, titleLength).join("");
  queueMessage(work, profile, {
    ...letterTo(ticket),
    key: "ticketRegistered",
    values: { number: ticket.number, title },
  });
}

/** Tells the resident the outcome of the last completion, with a link to rate it. */
export async function tellOutcome(work: Work, ticket: TicketItem) {
  const { phone, email } = ticket.reporter;
  const completion = ticket.completions.at(-1);
  if (!completion || (!phone && !email)) return;
  queueMessage(work, await tenantProfile(), {
    ...letterTo(ticket),
    key: "ticketOutcome",
    values: { number: ticket.number, outcome: completion.note, url: ratingUrl(work, ticket) },
  });
}

/** A new link to read and rate the ticket's last completion. */
export function ratingUrl(work: Work, { ticketId, completions }: TicketItem): string {
  const subjectId = ratingSubjectOf(ticketId, completions.length - 1);
  const expires = plus(completions.at(-1)?.completedAt ?? work.now, { days: ratingDays });
  return linkUrl("rate", createLink(work, { kind: "rate", subjectId, expires }));
}

/** Tells the resident that the work goes on. */
export async function tellReopened(work: Work, ticket: TicketItem) {
  queueMessage(work, await tenantProfile(), {
    ...letterTo(ticket),
    key: "ticketReopened",
    values: { number: ticket.number },
  });
}
