import type { TenantActor } from "../actor";
import { useTenantActor } from "../context";
import { conflict, forbidden, notFound } from "../error";
import type { Work } from "../table/work";
import { nameOf } from "../ticket/act";
import { openFile, type TicketFile } from "../ticket/file";
import { followed, followedAs, opensTicket, partiesOf } from "../ticket/party";
import { isOpen as isUnderWay } from "../ticket/states";
import { Ticket } from "../ticket/ticket.entity";
import { Quote, type QuoteItem } from "./quote.entity";
import { type Action, actions, isLive, type Party, table } from "./states";

/** What a link to a quote names: a ticket and which of its quotes. */
export const quoteSubjectOf = ({ quote, ...ticket }: Parameters<typeof followedAs>[0] & { quote: number }) =>
  `${followedAs(ticket)}.quote.${quote}`;

type Named = NonNullable<ReturnType<typeof followed>> & { quote: number };

/** The quote of such a link; undefined for any other. */
export function quoteSubject(subjectId: string): Named | undefined {
  const [, of = "", quote] = /^([^.]+)\.quote\.(\d{1,2})$/.exec(subjectId) ?? [];
  const ticket = followed(of);
  return ticket && quote ? { ...ticket, quote: Number(quote) } : undefined;
}

/** As what an actor stands to the quotes of a ticket. */
export function standingTo(actor: TenantActor, { ticket, orders }: TicketFile): ReadonlySet<Party> {
  if (actor.type === "system") return new Set(["service"]);
  if (actor.type === "resident")
    return new Set(opensTicket(quoteSubject(actor.subjectId), ticket) ? ["resident"] : []);
  const standing = partiesOf(actor, ticket, orders);
  return new Set(standing.has("assignee") || standing.has("dispatcher") ? ["seller"] : []);
}

/** Whether work was reported done that is charged by an agreed quote, now or once the rest is done, too. */
export const isUsed = ({ ticket }: Pick<TicketFile, "ticket">, { state, charged }: QuoteItem) =>
  state === "agreed" && (charged !== undefined || ticket.paid === true);

/** What may be done with a quote by who stands to it so. Nothing is agreed to once the ticket is done or void. */
export function actionsFor(file: TicketFile, quote: QuoteItem, standing: ReadonlySet<Party>): Action[] {
  return actions.filter((action) => {
    const rule = table[quote.state][action];
    if (!rule?.who.some((party) => standing.has(party))) return false;
    if (action !== "lapse" && !isUnderWay(file.ticket.state)) return false;
    return rule.requires !== "unused" || !isUsed(file, quote);
  });
}

/** What comes to nothing once nobody may answer any more. */
const hopeful: ReadonlySet<Action> = new Set(["send", "sign", "agree"]);

type Doing = { ticketId: string; quote: number };
export type Opened = { file: TicketFile; quote: QuoteItem };

/** A ticket's quote. Throws `not_found`, out of reach too. */
export async function openQuote(work: Work, { ticketId, quote: number }: Doing): Promise<Opened> {
  const file = await openFile(ticketId, work);
  const quote = file.quotes.find((one) => one.quote === number);
  if (!quote) throw notFound();
  return { file, quote };
}

/**
 * One action on a quote, with what it changes besides the state. It holds only if the ticket is still as it was read.
 * Throws `conflict` where quote or ticket do not allow it, `forbidden`.
 */
export function act(
  work: Work,
  { file, quote }: Opened,
  action: Action,
  changes: Partial<QuoteItem>,
): QuoteItem {
  const rule = table[quote.state][action];
  if (!rule) throw conflict(`This cannot be done with a quote that is ${quote.state}`, "quote");
  const standing = standingTo(useTenantActor(), file);
  if (!rule.who.some((party) => standing.has(party))) throw forbidden();
  if (rule.requires === "unused" && isUsed(file, quote))
    throw conflict("Work was reported done under this quote", "quote");
  if (action !== "lapse" && !isUnderWay(file.ticket.state))
    throw conflict("The work is done or not to be done any more", "quote");
  if (hopeful.has(action) && quote.expiresAt <= work.now)
    throw conflict("This quote is too old, please make another one", "quote");
  work.check(Ticket, file.ticket);
  work.about(quote.ticketId, quote.projectId, { quote: quote.quote, amount: quote.total });
  return work.patch(Quote, quote, { ...changes, state: rule.to });
}

/** By whom a quote came to nothing, and why. */
export const endedBy = (work: Work, { ticket }: TicketFile, reason?: string) => ({
  ended: { at: work.now, byName: nameOf(useTenantActor(), ticket), reason },
});

/** The quote of a ticket that may still come to something; there is one at most. */
export const liveOf = ({ quotes }: Pick<TicketFile, "quotes">) =>
  quotes.find(({ state, charged }) => isLive(state) && !charged);
