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

const concerns = ({ kind, houseId }: TicketItem) => kind === "repair" && houseId !== undefined;

/** When a ticket's repair was done, while it stands done. */
const standsSince = ({ completions, state }: TicketItem) =>
  isOpen(state) || state === "void" ? undefined : completions.at(-1)?.completedAt;

/** Brings the note with the house in line with a ticket that changes. */
export async function noteRepaired(work: Work, before: TicketItem, ticket: TicketItem) {
  const { houseId, category, ticketId } = ticket;
  const doneAt = standsSince(ticket);
  if (!houseId || !concerns(ticket) || standsSince(before) === doneAt) return;
  const noted = standsSince(before) && (await Repaired.get({ houseId, category, ticketId }));
  if (noted && doneAt) work.patch(Repaired, noted, { doneAt });
  else if (noted) work.remove(Repaired, noted);
  else if (doneAt) work.create(Repaired, { houseId, category, ticketId, doneAt }, "race");
}
