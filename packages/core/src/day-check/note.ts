import { dateOf, daysAfter, instantOf } from "../clock";
import type { Work } from "../table/work";
import { tenantZone } from "../tenant/zone";
import type { TicketItem } from "../ticket/ticket.entity";
import { DayCheck, Dispatched } from "./day-check.entity";

/** At six in the evening the day's dispatches are looked at (domain.md, system 2); what comes later is tomorrow's. */
export function checkAfter(at: string, zone: string): { day: string; dueAt: string } {
  const evening = (day: string) => instantOf(`${day}T18:00:00.000`, zone);
  const today = dateOf(at, zone);
  const day = at < evening(today) ? today : daysAfter(today, 1);
  return { day, dueAt: evening(day) };
}

/** Notes that a ticket was given out, for the evening's check. */
export async function noteDispatched(work: Work, { ticketId, projectId }: TicketItem) {
  const check = { projectId, ...checkAfter(work.now, await tenantZone()) };
  const [known, noted] = await Promise.all([DayCheck.get(check), Dispatched.get({ ...check, ticketId })]);
  if (!known) work.create(DayCheck, check, "race");
  if (!noted) work.create(Dispatched, { ...check, ticketId }, "race");
}
