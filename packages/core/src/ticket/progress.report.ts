import { Case } from "../complaint/case.entity";
import type { Work } from "../table/work";
import { tenantZone } from "../tenant/zone";
import { closeFile, openFile } from "./file";
import { standingOf } from "./progress.status";
import { progressWords } from "./progress.words";
import { addStep } from "./step.entity";
import { isReachable, tellProgress } from "./tell";
import type { TicketItem } from "./ticket.entity";
import { progressTime } from "./times";

/** Praise waits for no outcome, and who was promised a call is called. */
export const isReported = (ticket: TicketItem) =>
  ticket.kind !== "praise" && !ticket.promisedAt && isReachable(ticket);

/**
 * Tells the resident of an open ticket how it stands, result or no result, and what comes next (domain.md, system 2);
 * the clock by which they are to hear starts anew. Returns the ticket as it is then.
 */
export async function reportProgress(work: Work, ticketId: string): Promise<TicketItem> {
  const file = await openFile(ticketId);
  const { ticket: before, orders, timing } = file;
  const { projectId, state, kind, reporter } = before;
  const [complaint, zone] = await Promise.all([
    kind === "complaint" ? Case.get({ ticketId }) : undefined,
    tenantZone(),
  ]);
  const standing = standingOf({ ticket: before, orders, complaint, now: work.now });
  const status = progressWords(standing, reporter.locale, zone);
  const ticket = await closeFile(work, file, progressTime(before, work.now, timing), orders);
  await tellProgress(work, ticket, status);
  addStep(work, {
    ...{ ticketId, projectId, step: ticket.steps, action: "report", at: work.now },
    ...{ by: "system", byName: "Frontdesk", from: state, to: state, note: status },
  });
  return ticket;
}
