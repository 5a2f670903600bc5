import { plus } from "../clock";
import { createLink } from "../link/link";
import { linkUrl } from "../link/url";
import { queueMessage } from "../message/outbox";
import type { Work } from "../table/work";
import { type TenantProfile, tenantProfile } from "../tenant/profile";
import { isSomebodyElse } from "./edit.person";
import { followedAs } from "./party";
import { mayReopen } from "./progress.status";
import { isOpen } from "./states";
import { Ticket, type TicketItem } from "./ticket.entity";

/** A link lives two years; one that would end soon is replaced by the next message. */
const linkDays = 730;
const renewDays = 90;
/** So much of what was said is repeated to the resident. */
const titleLength = 200;

type Told = Pick<TicketItem, "ticketId" | "reporter"> & Pick<Partial<TicketItem>, "relinked">;

/** Whether its resident can be written to. */
export const isReachable = ({ reporter: { phone, email } }: Told) =>
  phone !== undefined || email !== undefined;

const letterTo = ({ reporter, ticketId, kind }: TicketItem) => ({
  to: { phone: reporter.phone, email: reporter.email, locale: reporter.locale },
  aboutId: ticketId,
  urgent: kind === "emergency",
});

const newLink = (work: Work, ticket: Told) =>
  createLink(work, {
    kind: "ticket",
    subjectId: followedAs(ticket),
    expires: plus(work.now, { days: linkDays }),
  });

/** The token of a new ticket's link, by which its resident follows it to its end; undefined where nobody is told. */
export const firstLink = (work: Work, ticket: Told): string | undefined =>
  isReachable(ticket) ? newLink(work, ticket) : undefined;

/** Where the resident follows a ticket. One of an earlier version, or long open, is given its link now. */
export function ticketUrl(work: Work, ticket: TicketItem): string {
  const lives = plus(ticket.createdAt, { days: linkDays - renewDays }) > work.now;
  if (ticket.link && lives) return linkUrl("ticket", ticket.link);
  const link = newLink(work, ticket);
  work.patch(Ticket, ticket, { link });
  return linkUrl("ticket", link);
}

/** Tells the resident that it is registered, under which number, and where they see how it goes. */
export function tellRegistered(work: Work, profile: TenantProfile, ticket: TicketItem) {
  const title = [...ticket.words].slice(0, titleLength).join("");
  const url = ticket.link && linkUrl("ticket", ticket.link);
  queueMessage(work, profile, {
    ...letterTo(ticket),
    key: "ticketRegistered",
    values: { number: ticket.number, title, url },
  });
}

/**
 * Tells the resident the outcome of the last completion, with the link to rate it; and those whose reports were merged
 * into the ticket, with the link to see how it went.
 */
export async function tellOutcome(work: Work, ticket: TicketItem) {
  const profile = await tenantProfile();
  if (isReachable(ticket)) outcomeTo(work, profile, ticket, ticket);
  for (const merged of await othersIn(ticket)) outcomeTo(work, profile, ticket, merged);
}

/** Tells the outcome of a ticket's last completion to its resident, or to whoever's report was merged into it. */
function outcomeTo(
  work: Work,
  profile: TenantProfile,
  { ticketId, completions }: TicketItem,
  told: TicketItem,
) {
  const outcome = completions.at(-1)?.note;
  if (outcome === undefined) return;
  queueMessage(work, profile, {
    ...letterTo(told),
    key: told.ticketId === ticketId ? "ticketOutcome" : "mergedOutcome",
    values: { number: told.number, outcome, url: ticketUrl(work, told) },
  });
}

/** Of the tickets merged into one, those of other people who can be reached, one for each of them. */
async function othersIn({ reporter, duplicates = [] }: TicketItem): Promise<TicketItem[]> {
  const wayTo = ({ phone, email }: TicketItem["reporter"]) => phone ?? email;
  const merged = await Ticket.batch(duplicates.map((ticketId) => ({ ticketId })));
  const others = new Map<string | undefined, TicketItem>(merged.map((one) => [wayTo(one.reporter), one]));
  others.delete(undefined);
  others.delete(wayTo(reporter));
  return [...others.values()];
}

/** Tells the resident, in words for them, how their ticket stands. It waits for nobody's answer, nor for the night. */
export async function tellProgress(work: Work, ticket: TicketItem, status: string) {
  queueMessage(work, await tenantProfile(), {
    ...letterTo(ticket),
    urgent: false,
    key: "ticketProgress",
    values: { number: ticket.number, status, url: ticketUrl(work, ticket) },
  });
}

/** Tells the resident that the work goes on. */
export async function tellReopened(work: Work, ticket: TicketItem) {
  if (!isReachable(ticket)) return;
  queueMessage(work, await tenantProfile(), {
    ...letterTo(ticket),
    key: "ticketReopened",
    values: { number: ticket.number, url: ticketUrl(work, ticket) },
  });
}

/**
 * The link of a ticket whose reporter turned out another: a new one, with those from before void, where they went to
 * somebody else; the first one, where nobody could be reached. Undefined where the link stays.
 */
export function relink(work: Work, ticket: TicketItem, reporter: TicketItem["reporter"]) {
  const relinked = isSomebodyElse(ticket.reporter, reporter) || undefined;
  if (!relinked && (isReachable(ticket) || !isReachable({ ...ticket, reporter }))) return undefined;
  const times = relinked ? (ticket.relinked ?? 0) + 1 : ticket.relinked;
  const { ticketId } = ticket;
  return {
    relinked,
    changes: { relinked: times, link: firstLink(work, { ticketId, reporter, relinked: times }) },
  };
}

/** Tells whose ticket it turned out to be where they follow it: that it is registered, or what was done of late. */
export async function tellRelinked(work: Work, ticket: TicketItem) {
  if (!isReachable(ticket)) return;
  const profile = await tenantProfile();
  if (isOpen(ticket.state)) tellRegistered(work, profile, ticket);
  else if (mayReopen(ticket, work.now)) outcomeTo(work, profile, ticket, ticket);
}
