import { useActor } from "../context";
import { forbidden, notFound } from "../error";
import { openFile, type TicketFile } from "./file";
import { followed, opensTicket } from "./party";
import { isResidents } from "./progress.history";
import { table } from "./states";
import type { StepItem } from "./step.entity";
import type { TicketItem } from "./ticket.entity";

/** A resident may add to a ticket so often, so many photos at a time, and no more than a ticket has in all. */
export const maxAdditions = 20;
export const photosAtOnce = 3;
const photosInAll = 9;

function followedNow() {
  const actor = useActor();
  const found = actor.type === "resident" ? followed(actor.subjectId) : undefined;
  if (!found) throw actor.type === "resident" ? notFound() : forbidden();
  return found;
}

/** Which ticket the acting resident's link opens. Throws `forbidden` for anybody else, `not_found` for other links. */
export const ownTicketId = (): string => followedNow().ticketId;

/**
 * The ticket the acting resident's link opens. Throws `not_found` for one of a completion that never was, and for one of
 * whoever it was taken to be of before.
 */
export async function openOwn(): Promise<TicketFile> {
  const link = followedNow();
  const { index } = link;
  const file = await openFile(link.ticketId);
  if (!opensTicket(link, file.ticket)) throw notFound();
  if (index !== undefined && !file.ticket.completions[index]) throw notFound();
  return file;
}

/** How often the resident may still add to a ticket, and how many photos at once. */
export function roomOf({ state, photos }: TicketItem, steps: readonly StepItem[]) {
  const added = steps.filter((step) => step.action === "add" && isResidents(step)).length;
  const times = table[state].add ? Math.max(0, maxAdditions - added) : 0;
  return { times, photos: Math.max(0, Math.min(times && photosAtOnce, photosInAll - photos.length)) };
}
