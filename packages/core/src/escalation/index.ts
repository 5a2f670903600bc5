import * as z from "zod";
import { timingOf } from "../clocks/timing";
import { publicUrl } from "../link/url";
import { queueMessage } from "../message/outbox";
import { type DueKey, sweep } from "../table/due";
import type { Work } from "../table/work";
import { type TenantProfile, tenantProfile } from "../tenant/profile";
import {
  runningClocks,
  stillTold,
  TicketClock,
  type TicketClockName,
  toldOf,
  wakesAt,
} from "../ticket/clock.entity";
import { isReported, reportProgress } from "../ticket/progress.report";
import { Ticket, type TicketItem } from "../ticket/ticket.entity";
import { verb } from "../verb";
import { climb, type Station } from "./ladder";
import { peopleAt } from "./people";

/**
 * Tells of every clock of a ticket that has passed, rung by rung, each once; and its resident how it stands, where they
 * can be written to.
 */
const tellPassed = verb({
  name: "escalation.tell",
  may: "system",
  input: z.strictObject({ ticketId: z.string() }),
  output: z.object({ told: z.int() }),
  run: async ({ ticketId }, work) => {
    const [clock, found] = await Promise.all([TicketClock.get({ ticketId }), Ticket.get({ ticketId })]);
    if (!clock?.wakeAt || !found || clock.wakeAt > work.now) return { told: 0 };
    const [timing, profile] = await Promise.all([timingOf(found.projectId), tenantProfile()]);
    const ticket = isToBeReported(found, work.now) ? await reportProgress(work, ticketId) : found;
    const running = runningClocks(ticket);
    const told = stillTold(running, clock.told);
    let sent = 0;
    for (const one of running) {
      const climbed = climb(ticket, one, told[one.clock], work.now, timing);
      if (climbed.told) told[one.clock] = climbed.told;
      sent += await tell(work, profile, ticket, one.clock, climbed.tell);
    }
    work.patch(TicketClock, clock, { wakeAt: wakesAt(running, told), ...toldOf(ticket, told) });
    // The ticket may be taken up this very moment: then nobody is told.
    work.check(Ticket, ticket);
    work.about(ticketId, ticket.projectId);
    return { told: sent };
  },
});

const isToBeReported = (ticket: TicketItem, now: string) =>
  isReported(ticket) &&
  runningClocks(ticket).some(({ clock, dueAt }) => clock === "progress" && dueAt <= now);

/** One message for each person at these stations. Returns how many there are. */
async function tell(
  work: Work,
  profile: TenantProfile,
  ticket: TicketItem,
  clock: TicketClockName,
  stations: readonly Station[],
): Promise<number> {
  const people = new Map<string, Awaited<ReturnType<typeof peopleAt>>[number]>();
  for (const station of stations)
    for (const person of await peopleAt(station, ticket)) people.set(person.memberId, person);
  const { number, houseCode, reporter, ticketId, kind } = ticket;
  const values = {
    number,
    clock,
    house: houseCode ?? reporter.name,
    url: `${publicUrl()}/tickets/${ticketId}`,
  };
  const sent = [...people.values()].map(({ phone, email, locale }) =>
    queueMessage(work, profile, {
      key: "clockPassed",
      values,
      to: { phone, email, locale },
      aboutId: ticketId,
      urgent: kind === "emergency",
    }),
  );
  return sent.filter((id) => id !== undefined).length;
}

/** The schedule of clocks: tells of what has passed. Running it twice tells nothing twice. */
export const sweepClocks = () => sweep("ticketClock", tellOf);

const tellOf = ({ pk }: DueKey) => tellPassed({ ticketId: pk.split("#")[1] ?? "" });
