import { conflict } from "../error";
import type { Was } from "../ticket/step.entity";
import type { QuoteItem } from "./quote.entity";
import { isLive, isOpen } from "./states";

/**
 * Throws `conflict` where a ticket's quotes stand against correcting it: they are agreed to and charged for its house,
 * and sent to who reported it.
 */
export function needFreeOfQuotes(quotes: readonly QuoteItem[], { house, kind, reporter }: Was) {
  if (house !== undefined && quotes.some(({ charged }) => charged))
    throw conflict("Paid work was charged to this house on a bill: it stays with the house", "houseId");
  const live = quotes.filter(({ state, charged }) => isLive(state) && !charged);
  if (house !== undefined && live.length > 0)
    throw conflict("This house has a quote: withdraw it first", "houseId");
  if (kind !== undefined && live.length > 0)
    throw conflict("A quote was made for this kind of work: withdraw it first", "kind");
  if (reporter !== undefined && live.some(({ state }) => isOpen(state)))
    throw conflict("This reporter has a quote to answer: withdraw it first", "reporter.name");
}
