import { DateTime } from "luxon";

/** Local hours between which an SMS that is not urgent may arrive: from 8 up to, not including, 22. */
export const sendableHours = { from: 8, to: 22 } as const;

/**
 * The instant (ISO, UTC) from which an SMS may leave: `now` itself inside the hours or when urgent,
 * else the next 08:00 on the clocks of `zone` (IANA name).
 * @throws RangeError for an unknown zone or a `now` that is no instant
 */
export function sendableAt(now: string, zone: string, urgent: boolean): string {
  const local = DateTime.fromISO(now, { zone });
  if (!local.isValid) throw new RangeError(`${local.invalidReason}: ${local.invalidExplanation}`);
  const open = local.hour >= sendableHours.from && local.hour < sendableHours.to;
  if (urgent || open) return now;
  const day = local.hour < sendableHours.from ? local : local.plus({ days: 1 });
  return day.set({ hour: sendableHours.from, minute: 0, second: 0, millisecond: 0 }).toUTC().toISO() ?? now;
}
