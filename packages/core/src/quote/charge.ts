import { conflict } from "../error";
import { chargeService } from "../fee/service";
import type { Work } from "../table/work";
import type { TicketFile } from "../ticket/file";
import type { TicketItem } from "../ticket/ticket.entity";
import { Quote, type QuoteItem } from "./quote.entity";
import { isLive } from "./states";

const isCharged = ({ charged }: QuoteItem) => charged !== undefined;

/**
 * Whether the resident pays for work that is reported done: as is said now, or was of an earlier part of it, or as it
 * was charged before it was taken up again. Throws `conflict` where it is said and they agreed to no quote, and where
 * nothing is said though they agreed to one, perhaps this very moment: neither is charged nor let go unseen.
 */
export function isPaid(
  { ticket, quotes }: Pick<TicketFile, "ticket" | "quotes">,
  said: boolean | undefined,
): boolean {
  const agreed = quotes.filter(({ state }) => state === "agreed");
  if (said && agreed.length === 0)
    throw conflict("The resident has to agree to a quote first; without one nothing is charged", "paid");
  if (said === undefined && !ticket.paid && agreed.some((one) => !isCharged(one)))
    throw conflict("The resident has agreed to a quote; please say whether it is charged", "paid");
  return said === true || ticket.paid === true || quotes.some(isCharged);
}

/**
 * Settles the quotes of a ticket that is done or void now: where the work was paid for, the agreed one is charged on a
 * bill of its house, once; whatever else is live lapses.
 */
export async function settleQuotes(
  work: Work,
  quotes: readonly QuoteItem[],
  ticket: TicketItem,
  paid: boolean,
) {
  for (const quote of quotes) {
    if (!isLive(quote.state) || quote.charged) continue;
    if (paid && quote.state === "agreed") await charge(work, ticket, quote);
    else work.patch(Quote, quote, { state: "lapsed", ended: { at: work.now } });
  }
}

async function charge(work: Work, ticket: TicketItem, quote: QuoteItem) {
  const { billId } = await chargeService(work, {
    ...{ ticketId: ticket.ticketId, houseId: quote.houseId, quote: quote.quote },
    lines: quote.lines,
  });
  work.patch(Quote, quote, { charged: { billId, at: work.now } });
}
