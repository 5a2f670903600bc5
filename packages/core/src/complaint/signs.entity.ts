import * as z from "zod";
import { epochOf, instant, plus } from "../clock";
import { idOf } from "../id";
import { entity, type ItemOf } from "../table/entity";

/** domain.md, system 4, and what it takes to see it by itself: so many households, within so many days. */
export const groupHouses = 3;
export const groupDays = 7;
/** So many of the latest are held against one another. */
const mostSeen = 100;

const sign = z.object({ ticketId: idOf("ticket"), houseId: idOf("house"), at: instant });
export type Sign = z.output<typeof sign>;

/**
 * The households of a project that complained of the same within some days: by this a group complaint shows. One
 * record, changed with every such complaint, so that no two at once miss one another; it goes once nothing in it counts.
 */
export const Signs = entity({
  name: "complaintSigns",
  schema: z.object({
    projectId: idOf("project"),
    /** A cause, or a category where none was named. */
    matter: z.string(),
    seen: z.array(sign).max(mostSeen),
    /** The last sign at which they were a group. */
    groupAt: instant.optional(),
  }),
  key: (key: { projectId: string; matter: string }) => [[key.projectId, "complaintSigns"], key.matter],
  expires: ({ seen }) =>
    epochOf(plus(seen.at(-1)?.at ?? "1970-01-01T00:00:00.000Z", { days: groupDays + 1 })),
});
export type SignsItem = ItemOf<typeof Signs>;

/** The signs that belong to a group complaint at `at`; none while there are too few households. */
export function groupAt(seen: readonly Sign[], at: string): Sign[] {
  const since = plus(at, { days: -groupDays });
  const close = seen.filter((one) => one.at >= since && one.at <= at);
  return new Set(close.map(({ houseId }) => houseId)).size >= groupHouses ? close : [];
}

/** With one sign more, in the order of time; what is too old to count is left out. */
export function withSign(seen: readonly Sign[], next: Sign): Sign[] {
  const all = [...seen.filter(({ ticketId }) => ticketId !== next.ticketId), next];
  const sorted = all.sort((a, b) => (a.at < b.at ? -1 : 1));
  const since = plus(sorted.at(-1)?.at ?? next.at, { days: -groupDays });
  return sorted.filter(({ at }) => at >= since).slice(-mostSeen);
}
