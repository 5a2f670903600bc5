import { clockOf } from "../tickets/clock";

/** The tickets whose clock has run out, the longest ago first. */
export function overdueFirst<T extends Parameters<typeof clockOf>[0]>(
  tickets: readonly T[],
  nowMs: number,
): T[] {
  return tickets
    .flatMap((ticket) => {
      const clock = clockOf(ticket, nowMs);
      return clock?.standing === "overdue" ? [{ ticket, leftMs: clock.leftMs }] : [];
    })
    .sort((a, b) => a.leftMs - b.leftMs)
    .map(({ ticket }) => ticket);
}
