import * as z from "zod";
import { useTenantActor } from "../context";
import { idOf } from "../id";
import { trade } from "../member/member.entity";
import { needReach } from "../member/scope";
import { verb } from "../verb";
import { tradesFor } from "./act";
import { usualTrade } from "./kind";
import { partiesOf } from "./party";
import { actions, table } from "./states";
import { historyStep, Step } from "./step.entity";
import { Ticket, type TicketItem } from "./ticket.entity";
import { shown, ticketView } from "./view";

/** A ticket with its history, oldest step first, and what the acting member may do with it now. */
export const getTicket = verb({
  name: "ticket.get",
  may: "ticket.read",
  input: z.strictObject({ ticketId: idOf("ticket") }),
  output: ticketView.extend({
    history: z.array(historyStep),
    may: z.array(z.enum(actions)),
    /** The trade its category usually goes to. */
    usualTrade: trade,
  }),
  run: async ({ ticketId }) => {
    const [ticket, history] = await Promise.all([
      Ticket.need({ ticketId }),
      Step.query("table", [ticketId], { begins: "step#", limit: 500 }),
    ]);
    needReach(ticket.projectId);
    return {
      ...shown(ticket),
      history: history.items,
      may: await allowed(ticket),
      usualTrade: usualTrade(ticket.kind, ticket.category),
    };
  },
});

async function allowed(ticket: TicketItem) {
  const actor = useTenantActor();
  const standing = partiesOf(actor, ticket, await tradesFor(actor, ticket));
  return actions.filter((action) => table[ticket.state][action]?.who.some((party) => standing.has(party)));
}
