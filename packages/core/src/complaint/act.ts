import { useTenantActor } from "../context";
import { conflict, notFound } from "../error";
import { needReach } from "../member/scope";
import type { Work } from "../table/work";
import { isOpen as isTicketOpen } from "../ticket/states";
import { Ticket, type TicketItem } from "../ticket/ticket.entity";
import { Case, type CaseItem } from "./case.entity";
import { nextState, partiesOf } from "./party";
import type { Action, Party, State } from "./states";
import { addStep, type Said } from "./step.entity";

export type Changes = Partial<CaseItem>;
/** A complaint's ticket and how it stands; `isNew` while that is not stored: earlier versions kept no case. */
export type CaseFile = { ticket: TicketItem; one: CaseItem; isNew: boolean };

/** What a complaint begins with. */
export const freshCase = (
  { ticketId, tenantId, projectId, houseId, houseCode, number, category, createdAt }: TicketItem,
  more: Changes = {},
): CaseItem => ({
  ...{ ticketId, tenantId, projectId, houseId, houseCode, number, category, createdAt, rev: 1 },
  ...{ state: "registered", severity: "ordinary", level: "project", stage: 1 },
  ...{ findings: 0, handlers: [], decidedFirst: [], repeatOf: [], steps: 0, ...more },
});

/** The case that stands for a ticket's own state. */
function stateBy({ state }: TicketItem): State {
  if (isTicketOpen(state)) return "registered";
  return state === "completed" ? "answered" : (state as "closed" | "void");
}

/** How the complaint of a ticket stands. */
export async function fileOf(ticket: TicketItem): Promise<CaseFile> {
  const { ticketId } = ticket;
  const stored = await Case.get({ ticketId });
  return { ticket, one: stored ?? freshCase(ticket, { state: stateBy(ticket) }), isNew: !stored };
}

/** A complaint the actor can see. Throws `not_found` for any other ticket, too. */
export async function openCase(ticketId: string): Promise<CaseFile> {
  const ticket = await Ticket.need({ ticketId });
  needReach(ticket.projectId);
  if (ticket.kind !== "complaint") throw notFound();
  return fileOf(ticket);
}

export type Doing = Said & {
  rev?: number;
  /** What else the action changes, once the table has let it. */
  changes?: (one: CaseItem) => Changes;
};

/**
 * One action on a complaint: asks the table, writes the case and a step of its way. Throws `conflict` for a stale
 * revision or an unfitting state, `forbidden`, and what is missing.
 */
export function act(
  work: Work,
  { one, isNew }: CaseFile,
  action: Action,
  { rev, changes, ...said }: Doing = {},
  standing: ReadonlySet<Party> = partiesOf(useTenantActor(), one),
): CaseItem {
  if (rev !== undefined && rev !== one.rev)
    throw conflict("Somebody changed this complaint in between, please look at it again", "rev");
  const state = nextState(one, action, standing);
  const next = { ...one, ...changes?.(one), state, steps: one.steps + 1 };
  const written = isNew ? work.create(Case, next, "race") : work.patch(Case, one, next);
  addStep(work, written, action, one.state, said);
  work.about(one.ticketId, one.projectId, action);
  return written;
}

/** A further try to settle it, by the firm's quality department: what was found and proposed before stands no more. */
export const nextStage = ({ stage }: CaseItem): Changes => ({
  ...{ stage: stage + 1, level: "headquarters", findings: 0 },
  ...{ proposedBy: undefined, accountability: undefined, closedAt: undefined },
});
