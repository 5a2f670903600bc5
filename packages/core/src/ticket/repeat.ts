import { plus } from "../clock";
import type { Work } from "../table/work";
import { Repaired, type RepairedItem, repeatDays } from "./repaired.entity";
import { Ticket, type TicketItem } from "./ticket.entity";

/** So many at most are told of one another; a repair beyond them changes no figure. */
const most = 20;

type Repair = Pick<TicketItem, "ticketId" | "kind" | "houseId" | "category" | "createdAt">;

/**
 * Whether `earlier` stood done when `later` was registered and had been done for 30 days at most: a repair of the
 * same house and category. One that had been taken up again by then was not done: the later one is its twin.
 */
export function isRepeat(earlier: TicketItem, later: Repair): boolean {
  const same =
    earlier.ticketId !== later.ticketId &&
    earlier.kind === "repair" &&
    later.kind === "repair" &&
    later.houseId !== undefined &&
    earlier.houseId === later.houseId &&
    earlier.category === later.category;
  const at = later.createdAt;
  return (
    same &&
    earlier.state !== "void" &&
    earlier.completions.some(
      ({ completedAt, reopenedAt }) =>
        completedAt <= at &&
        (!reopenedAt || reopenedAt > at) &&
        plus(completedAt, { days: repeatDays }) >= at,
    )
  );
}

/** The repairs that a repair repeats, of those noted with its house. Reads nothing where there are none. */
export async function repeatedBy(repair: Repair, noted: readonly RepairedItem[]): Promise<TicketItem[]> {
  if (repair.kind !== "repair") return [];
  const recent = noted
    .filter(({ category, doneAt }) => category === repair.category && doneAt <= repair.createdAt)
    .sort((a, b) => b.doneAt.localeCompare(a.doneAt))
    .slice(0, most);
  if (recent.length === 0) return [];
  const earlier = await Ticket.batch(recent.map(({ ticketId }) => ({ ticketId })));
  return earlier.filter((ticket) => isRepeat(ticket, repair));
}

/** What is noted with a house of repairs of one category. */
export async function repairedIn(houseId: string | undefined, category: string): Promise<RepairedItem[]> {
  if (!houseId) return [];
  const page = await Repaired.query("table", [houseId], { begins: `repaired#${category}#`, limit: 100 });
  return page.items;
}

/** Notes on the earlier repairs that they were followed by this one. */
export function markRepeated(work: Work, earlier: readonly TicketItem[], ticketId: string) {
  for (const one of earlier)
    if (one.repeatedBy.length < most) work.patch(Ticket, one, { repeatedBy: [...one.repeatedBy, ticketId] });
}

/** Takes that note back: the later one is void, or of another category after all. */
export async function unmarkRepeated(work: Work, ticket: TicketItem) {
  for (const one of await Ticket.batch(ticket.repeatOf.map((ticketId) => ({ ticketId }))))
    if (one.repeatedBy.includes(ticket.ticketId))
      work.patch(Ticket, one, { repeatedBy: one.repeatedBy.filter((id) => id !== ticket.ticketId) });
}
