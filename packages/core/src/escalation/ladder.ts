import { dueOf, type Timing } from "../clocks/timing";
import type { Running, TicketClockName, Told } from "../ticket/clock.entity";
import type { TicketItem } from "../ticket/ticket.entity";

/** Who is told, from the one who does it upwards. */
export const stations = ["member", "manager", "headquarters", "director"] as const;
export type Station = (typeof stations)[number];

const whole: readonly (readonly Station[])[] = [["member", "manager"], ["headquarters"], ["director"]];
const above: readonly (readonly Station[])[] = [["headquarters"], ["director"]];
const doer: readonly (readonly Station[])[] = [["member"]];

/**
 * The ladder of each clock (domain.md: to the project manager when a clock passes, to headquarters one step later),
 * rung by rung. What headquarters has is told there at once. What is only owed to the resident as a courtesy is told to the one who does it.
 */
export const ladders: Record<TicketClockName, readonly (readonly Station[])[]> = {
  response: whole,
  onSite: whole,
  answered: whole,
  quality: above,
  completion: whole,
  verified: doer,
  progress: doer,
};

/** Climbs all rungs whose time has come: who is told, and what has been told then. */
export function climb(
  ticket: Pick<TicketItem, "kind" | "category" | "urgency">,
  { clock, dueAt }: Running,
  before: Told | undefined,
  now: string,
  timing: Timing,
): { tell: Station[]; told: Told | undefined } {
  const ladder = ladders[clock];
  const tell: Station[] = [];
  let told = before;
  let at: string | undefined = before ? before.nextAt : dueAt;
  while (at !== undefined && at <= now) {
    const rung: number = told?.rung ?? 0;
    tell.push(...(ladder[rung] ?? []));
    const next = rung + 1 < ladder.length ? dueOf(timing, "escalation", ticket, at) : undefined;
    told = { dueAt, rung: rung + 1, nextAt: next };
    at = next;
  }
  return { tell, told };
}
