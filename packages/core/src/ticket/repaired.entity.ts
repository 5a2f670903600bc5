import * as z from "zod";
import { instant } from "../clock";
import { entity, type ItemOf } from "../table/entity";
import type { Work } from "../table/work";
import { isOpen } from "./states";
import type { TicketItem } from "./ticket.entity";

/** figures.md, repeat repair: within 30 days. */
export const repeatDays = 30;

/**
 * That a repair of a house stands done: what a later one of the same category is held against. It lies with the
 * house, so that whoever registers a ticket has read it with the house; it goes when the repair is taken up again,
 * and some time after it matters.
 */
export const Repaired = entity({
  name: "repaired",
  schema: z.object({
    houseId: z.string(),
    category: z.string(),
    ticketId: z.string(),
    doneAt: instant,
  }),
  key: (key: { houseId: string; category: string; ticketId: string }) => [
    [key.houseId],
    `repaired#${key.category}#${key.ticketId}`,
  ],
  expires: ({ doneAt }) => Math.floor(Date.parse(doneAt) / 1000) + (repeatDays + 1) * 86_400,
});
export type RepairedItem = ItemOf<typeof Repaired>;

/** When a ticket's repair was done, while it stands done. */
const standsSince = ({ completions, state }: TicketItem) =>
  isOpen(state) || state === "void" ? undefined : completions.at(-1)?.completedAt;

type Noted = Pick<RepairedItem, "houseId" | "category" | "ticketId" | "doneAt">;

/** What is noted with a house of a ticket, as it is. */
function noteOf(ticket: TicketItem): Noted | undefined {
  const { kind, houseId, category, ticketId } = ticket;
  const doneAt = standsSince(ticket);
  return kind === "repair" && houseId && doneAt ? { houseId, category, ticketId, doneAt } : undefined;
}

/** Brings the note with the house in line with a ticket that changes. */
export async function noteRepaired(work: Work, before: TicketItem, ticket: TicketItem) {
  const [was, is] = [noteOf(before), noteOf(ticket)];
  const stays = was && is && was.houseId === is.houseId && was.category === is.category;
  if ((!was && !is) || (stays && was.doneAt === is.doneAt)) return;
  const noted = was && (await Repaired.get(was));
  if (stays && noted) work.patch(Repaired, noted, { doneAt: is.doneAt });
  else {
    if (noted) work.remove(Repaired, noted);
    if (is) work.create(Repaired, is, "race");
  }
}
