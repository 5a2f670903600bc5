import { Callback, dueCallback } from "../callback/callback.entity";
import { newId } from "../id";
import { Work } from "../table/work";
import { completion, ticketIn } from "../ticket/made.testing";
import type { State as TicketState } from "../ticket/states";
import { Ticket, type TicketItem } from "../ticket/ticket.entity";
import { freshCase } from "./act";
import { Case, type CaseItem } from "./case.entity";
import type { State } from "./states";

const ticketStates: Partial<Record<State, TicketState>> = {
  ...{ answered: "completed", satisfied: "completed", closed: "closed", void: "void" },
};

/** A complaint as it would stand in some state with its ticket, not stored. */
export function complaintIn(
  state: State,
  more: Partial<CaseItem> = {},
  ticketMore: Partial<TicketItem> = {},
) {
  const reached = state === "satisfied" || state === "closed";
  const done = { ...completion, ...(reached && { reachedAt: completion.completedAt, satisfied: true }) };
  const ticket = ticketIn(ticketStates[state] ?? "registered", {
    ...{ kind: "complaint", category: "service", number: "TS20261121-0001" },
    ...(ticketStates[state] && state !== "void" && { completions: [done] }),
    ...ticketMore,
  });
  const findings = state === "registered" ? 0 : 1;
  const one = freshCase(ticket, { findings, proposedBy: newId("member"), ...more, state });
  return { ticket, one };
}

/** Stores such a complaint with all that would lie beside it. */
export async function storeIn(
  state: State,
  ticketMore: Partial<TicketItem> & { tenantId: string; projectId: string },
  more: Partial<CaseItem> = {},
) {
  const work = new Work(ticketMore.tenantId);
  const { ticket, one } = complaintIn(state, more, ticketMore);
  work.create(Ticket, ticket);
  work.create(Case, one);
  const due = state === "answered" ? dueCallback(ticket) : undefined;
  if (due) work.create(Callback, due);
  await work.commit();
  return ticket.ticketId;
}
