import { dateOf, daysAfter, instantOf, wallClock } from "../../clock";

/** Local hours between which an SMS that is not urgent may arrive: from 8 up to, not including, 22. */
export const sendableHours = { from: 8, to: 22 } as const;

/**
 * The instant (ISO, UTC) from which an SMS may leave: `now` itself inside the hours or when urgent,
 * else the next 08:00 on the clocks of `zone` (IANA name).
 * @throws RangeError for an unknown zone or a `now` that is no instant
 */
export function sendableAt(now: string, zone: string, urgent: boolean): string {
  const hour = Number(wallClock(now, zone).slice(11, 13));
  if (urgent || (hour >= sendableHours.from && hour < sendableHours.to)) return now;
  const today = dateOf(now, zone);
  const day = hour < sendableHours.from ? today : daysAfter(today, 1);
  return instantOf(`${day}T0${sendableHours.from}:00:00.000`, zone);
}
