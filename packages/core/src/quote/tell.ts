import { dateOf } from "../clock";
import { conflict } from "../error";
import { addresseeOf } from "../fee/notice";
import { createLink } from "../link/link";
import { linkUrl } from "../link/url";
import { queueMessage, type Receiver } from "../message/outbox";
import type { Work } from "../table/work";
import { tenantProfile } from "../tenant/profile";
import type { TicketItem } from "../ticket/ticket.entity";
import { quoteSubjectOf } from "./act";
import type { QuoteItem } from "./quote.entity";

type Told = Pick<QuoteItem, "ticketId" | "quote" | "total" | "expiresAt">;

/**
 * Sends a quote to whoever reported the ticket, or to whom the house's bills go: its total, and a link to its lines and
 * to agree, whose token it returns. Throws `conflict` where nobody can be reached.
 */
export async function tellQuote(work: Work, ticket: TicketItem, quote: Told): Promise<string> {
  const profile = await tenantProfile();
  const to = await receiverOf(ticket, profile.zone);
  const token = createLink(work, {
    kind: "quote",
    subjectId: quoteSubjectOf({ ...quote, relinked: ticket.relinked }),
    expires: quote.expiresAt,
  });
  const values = {
    number: ticket.number,
    amount: quote.total,
    due: dateOf(quote.expiresAt, profile.zone),
    url: linkUrl("quote", token),
  };
  const sent =
    to &&
    queueMessage(work, profile, {
      key: "quoteSent",
      values,
      to,
      aboutId: ticket.ticketId,
      urgent: ticket.urgency === "urgent",
    });
  if (!sent) throw conflict("Nobody of this house can be written to; let them sign instead", "send");
  return token;
}

async function receiverOf({ reporter, houseId }: TicketItem, zone: string): Promise<Receiver | undefined> {
  const { phone, email, locale } = reporter;
  if (phone || email) return { phone, email, locale };
  return houseId ? addresseeOf(houseId, zone) : undefined;
}
