import { dateOf, daysAfter, instantOf } from "../clock";
import { seen } from "../seen";
import type { Work } from "../table/work";
import { tenantZone } from "../tenant/zone";
import type { TicketItem } from "../ticket/ticket.entity";
import { DayCheck, Dispatched } from "./day-check.entity";

/** When a day's dispatches are looked at. */
export const eveningOf = (day: string, zone: string) => instantOf(`${day}T18:00:00.000`, zone);

/** At six in the evening the day's dispatches are looked at (domain.md, system 2); what comes later is tomorrow's. */
export function checkAfter(at: string, zone: string): { day: string; dueAt: string } {
  const today = dateOf(at, zone);
  const day = at < eveningOf(today, zone) ? today : daysAfter(today, 1);
  return { day, dueAt: eveningOf(day, zone) };
}

const isLookedAt = seen(
  async (of: { projectId: string; day: string }) => (await DayCheck.get(of)) !== undefined,
);

/**
 * Sees to it that a project's dispatches are looked at this evening. Tickets that were registered since the last one
 * are found by their time then: nothing is noted of each.
 */
export async function noteDay(work: Work, projectId: string) {
  const check = { projectId, ...checkAfter(work.now, await tenantZone()) };
  if (!(await isLookedAt(check, `${projectId}#${check.day}`))) work.create(DayCheck, check, "race");
}

/** Notes that a ticket was given out, for the evening's check: an older one by itself. */
export async function noteDispatched(work: Work, { ticketId, projectId, createdAt }: TicketItem) {
  const zone = await tenantZone();
  const check = { projectId, ...checkAfter(work.now, zone) };
  const isNew = createdAt >= eveningOf(daysAfter(check.day, -1), zone);
  const [noted] = await Promise.all([
    isNew || Dispatched.get({ ...check, ticketId }),
    noteDay(work, projectId),
  ]);
  if (!noted) work.create(Dispatched, { ...check, ticketId }, "race");
}
