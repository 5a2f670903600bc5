import { plus } from "../clock";
import { firstIdAt } from "../id";
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

type Placed = Pick<TicketItem, "houseId" | "kind" | "category">;
const isElsewhere = (before: Placed, after: Placed) =>
  (["houseId", "kind", "category"] as const).some((part) => before[part] !== after[part]);

/** Holds a ticket of another house, kind or category than it stood under against the repairs there, not those it left. */
export async function rematch(work: Work, before: TicketItem, ticket: TicketItem): Promise<TicketItem> {
  if (!isElsewhere(before, ticket)) return ticket;
  const { ticketId } = ticket;
  await unmarkRepeated(work, before);
  for (const later of await Ticket.batch(before.repeatedBy.map((id) => ({ ticketId: id }))))
    work.patch(Ticket, later, { repeatOf: later.repeatOf.filter((id) => id !== ticketId) });
  const [earlier, later] = await Promise.all([
    repairedIn(ticket.houseId, ticket.category).then((noted) => repeatedBy(ticket, noted)),
    repeatsOf(ticket),
  ]);
  markRepeated(work, earlier, ticketId);
  for (const one of later) work.patch(Ticket, one, { repeatOf: [...one.repeatOf, ticketId] });
  const [repeatOf, repeated] = [earlier, later].map((all) => all.map((one) => one.ticketId));
  return work.patch(Ticket, ticket, { repeatOf, repeatedBy: repeated });
}

/** The repairs that repeat a repair that stands done, of its house's newest; so many that each has room for it. */
async function repeatsOf(ticket: TicketItem): Promise<TicketItem[]> {
  const [first] = ticket.completions;
  if (ticket.kind !== "repair" || !ticket.houseId || !first) return [];
  const since = firstIdAt("ticket", first.completedAt);
  const { items } = await Ticket.query("gsi3", [ticket.houseId, "ticket"], {
    between: [since, "~"],
    limit: 100,
  });
  return items.filter((later) => isRepeat(ticket, later) && later.repeatOf.length < most).slice(0, most);
}
