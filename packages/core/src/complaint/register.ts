import * as z from "zod";
import { plus } from "../clock";
import type { Work } from "../table/work";
import type { TicketItem } from "../ticket/ticket.entity";
import { freshCase } from "./act";
import { Case, type CaseItem, cause, severities } from "./case.entity";
import { conceal, concerned } from "./confidential";
import { noteSign } from "./signs";

/** As repairs (figures.md). */
const repeatDays = 30;
const mostRepeated = 20;

/** What intake says of a complaint beyond what it says of any ticket. */
export const complaintInput = z.strictObject({
  severity: z.enum(severities).exclude(["group"]).default("ordinary"),
  cause: cause.optional(),
  /** Keeps it confidential: the members it is about. */
  about: concerned.optional(),
});
export type ComplaintInput = z.output<typeof complaintInput>;

/** Begins the way of a complaint that is being registered, and holds it against those that came before. */
export async function registerCase(
  work: Work,
  ticket: TicketItem,
  { severity, cause: by, about = [] }: Partial<ComplaintInput> = {},
) {
  const repeatOf = await repeatedBy(ticket);
  const one = freshCase(ticket, { repeatOf, cause: by, about, ...(severity && { severity }) });
  await conceal(work, one, ticket.photos, { before: [], after: about });
  work.create(Case, { ...one, ...(await noteSign(work, one)) }, "race");
}

/** The complaints of the same house and category within the 30 days before, of the newest. */
export async function repeatedBy({ ticketId, houseId, category, createdAt }: TicketItem): Promise<string[]> {
  if (!houseId) return [];
  const pages = await Promise.all(
    ["open#", "over#"].map((begins) =>
      Case.query("gsi3", [houseId, "complaint"], { begins, reverse: true, limit: mostRepeated }),
    ),
  );
  const since = plus(createdAt, { days: -repeatDays });
  const isEarlier = (one: CaseItem) =>
    one.ticketId !== ticketId &&
    one.category === category &&
    one.createdAt >= since &&
    one.createdAt <= createdAt &&
    one.state !== "void";
  return pages
    .flatMap(({ items }) => items.filter(isEarlier))
    .map(({ ticketId }) => ticketId)
    .sort()
    .slice(-mostRepeated);
}
