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

/** The note on a ticket's house, where there can be one. */
export async function repairedOf(ticket: TicketItem): Promise<RepairedItem | undefined> {
  const { houseId, category, ticketId } = ticket;
  return houseId && concerns(ticket) && ticket.completions.length > 0
    ? Repaired.get({ houseId, category, ticketId })
    : undefined;
}

/** Brings the note in line with the ticket; `noted` is what `repairedOf` found before. */
export function noteRepaired(work: Work, ticket: TicketItem, noted: RepairedItem | undefined) {
  const { houseId, category, ticketId, completions, state } = ticket;
  const doneAt = completions.at(-1)?.completedAt;
  const done = doneAt !== undefined && !isOpen(state) && state !== "void";
  if (!houseId || !concerns(ticket)) return;
  if (!done && noted) work.remove(Repaired, noted);
  if (done && noted && noted.doneAt !== doneAt) work.patch(Repaired, noted, { doneAt });
  if (done && !noted) work.create(Repaired, { houseId, category, ticketId, doneAt }, "race");
}
