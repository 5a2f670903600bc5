import type { Actor } from "@frontdesk/core/actor";
import { recordCallback } from "@frontdesk/core/callback/index";
import { plus } from "@frontdesk/core/clock";
import {
  accountForComplaint,
  answerComplaint,
  approveAnswer,
  carryOutAnswer,
  investigateComplaint,
  proposeAnswer,
} from "@frontdesk/core/complaint/index";
import type { DemoFirm } from "./firm";

export type Step = [moment: string, actor: Actor, step: () => Promise<unknown>];
type Said = Parameters<typeof recordCallback>[0];
type Times = Record<"from" | "to" | "called", string>;

/** What is noted of a complaint on its way. */
export const complaintWords = {
  service: {
    found: "查了值班记录，交接时漏看来电",
    improved: "每班交接核对来电，高峰加一人",
    cause: "delay",
  },
  facilities: {
    found: "现场看过，配件缺货拖了两周",
    improved: "常用配件备货，缺货三天内告知",
    cause: "facilities",
  },
} as const;
type About = keyof typeof complaintWords;

/**
 * A complaint's way: investigated by the front desk, decided by the project's manager, answered, called back by the area
 * manager. Who is not satisfied has headquarters decide once more; whoever is, somebody answers for.
 */
export function complaintSteps(
  { front_desk: desk, project_manager: manager, headquarters, area_manager: caller }: DemoFirm["actors"],
  ticketId: string,
  { about, done, said, again }: { about: About; done: string; said: Partial<Said>; again: Partial<Said> },
  { from, to, called }: Times,
): Step[] {
  const { cause, found, improved } = complaintWords[about];
  const round = (decider: Actor, begin: string, end: string): Step[] => [
    [begin, desk, () => investigateComplaint({ ticketId, note: found })],
    [plus(begin, { minutes: 20 }), desk, () => proposeAnswer({ ticketId, note: `${done}；${improved}` })],
    [plus(begin, { minutes: 40 }), decider, () => approveAnswer({ ticketId })],
    [plus(end, { minutes: -5 }), desk, () => carryOutAnswer({ ticketId, note: done })],
    [end, desk, () => answerComplaint({ ticketId, found, done, improved, way: "phone" })],
  ];
  const call = (at: string, what: Partial<Said>): Step => [
    at,
    caller,
    () => recordCallback({ ticketId, reached: true, ...what }),
  ];
  const department = about === "service" ? "front_desk" : "engineering";
  const answerFor = (at: string): Step => [
    plus(at, { hours: 20 }),
    headquarters,
    () =>
      accountForComplaint({
        ...{ ticketId, department, cause, reason: found },
        ...{ preventable: true, measure: improved },
      }),
  ];
  const first = [...round(manager, from, to), call(called, said)];
  if (said.satisfied) return [...first, answerFor(called)];
  const ended = plus(called, { hours: 30 });
  const last = plus(ended, { hours: 3 });
  return [
    ...first,
    ...round(headquarters, plus(called, { hours: 2 }), ended),
    call(last, again),
    answerFor(last),
  ];
}
