import * as z from "zod";
import { actorRef } from "../actor";
import { dateOf, plus } from "../clock";
import { useTenantActor } from "../context";
import { badRequest, conflict, forbidden } from "../error";
import { idOf } from "../id";
import { listOf, ownPrices } from "../price-list/list";
import type { Work } from "../table/work";
import { tenantZone } from "../tenant/zone";
import { nameOf } from "../ticket/act";
import { openFile, type TicketFile } from "../ticket/file";
import { isOpen } from "../ticket/states";
import { Ticket, type TicketItem } from "../ticket/ticket.entity";
import { verb } from "../verb";
import { act, endedBy, liveOf, standingTo } from "./act";
import { lineInput, linesBy, maxLines, totalOf } from "./line";
import { maxQuotes, Quote, quoteView } from "./quote.entity";
import { tellQuote } from "./tell";

/** So long a quote may be answered. */
export const quoteDays = 7;

/**
 * Says what paid work on a ticket comes to, and sends it to the resident where asked. A quote that was there before is
 * withdrawn, agreed to or not: the new one is to be agreed to.
 */
export const makeQuote = verb({
  name: "quote.make",
  may: "ticket.work",
  input: z.strictObject({
    ticketId: idOf("ticket"),
    lines: z.array(lineInput).min(1).max(maxLines),
    note: z.string().trim().max(300).optional(),
    send: z.boolean().default(false),
  }),
  output: quoteView,
  run: async ({ ticketId, lines: given, note, send }, work) => {
    const file = await openFile(ticketId, work);
    const { ticket, quotes } = file;
    const refused = refusal(ticket);
    if (refused) throw refused;
    if (!standingTo(useTenantActor(), file).has("seller")) throw forbidden();
    if (quotes.length >= maxQuotes) throw conflict("This ticket has too many quotes");
    const [own, zone] = await Promise.all([ownPrices(), tenantZone()]);
    const lines = linesBy(listOf(own, ticket.projectId), dateOf(work.now, zone), given);
    const total = totalOf(lines);
    if (total === 0) throw badRequest("What costs nothing needs no quote", "lines");
    replace(work, file);
    const named = {
      ticketId,
      quote: quotes.length + 1,
      total,
      expiresAt: plus(work.now, { days: quoteDays }),
    };
    const link = send ? await tellQuote(work, ticket, named) : undefined;
    const quote = work.create(
      Quote,
      {
        ...{ ...named, projectId: ticket.projectId, houseId: ticket.houseId ?? "" },
        ...{ lines, note: note || undefined, state: send ? "sent" : "drafted" },
        ...{ by: actorRef(useTenantActor()), byName: nameOf(useTenantActor(), ticket), at: work.now },
        ...(send && { sentAt: work.now, link }),
      },
      "race",
    );
    work.check(Ticket, ticket);
    work.about(ticketId, ticket.projectId, { quote: quote.quote, amount: total });
    return quote;
  },
});

/** Why nothing can be quoted on a ticket; undefined where it can. */
function refusal({ state, kind, houseId }: TicketItem) {
  if (!isOpen(state)) return conflict("The work is done or not to be done any more", "quote");
  if (kind === "complaint") return conflict("A complaint is not paid for");
  return houseId ? undefined : conflict("Paid work is charged to a house, and this ticket names none");
}

/** Whether paid work on a ticket can be quoted. */
export const isQuotable = ({ ticket }: Pick<TicketFile, "ticket">) => refusal(ticket) === undefined;

function replace(work: Work, file: TicketFile) {
  const quote = liveOf(file);
  if (quote) act(work, { file, quote }, "withdraw", endedBy(work, file));
}
