import * as z from "zod";
import { instant, plus } from "../clock";
import type { CaseItem } from "../complaint/case.entity";
import { trade } from "../member/member.entity";
import type { OrderItem } from "./order.entity";
import { isLive, pauseCauses } from "./order.states";
import { isOpen } from "./states";
import { maxCompletions, type TicketItem } from "./ticket.entity";

/** So long after it was done or closed a resident may say by the link that it is not right. */
export const reopenDays = 7;
/** So long after its end a ticket is still shown by its link. */
const shownDays = 90;

/** How a ticket stands, as its resident is told. */
export const standing = z.object({
  is: z.enum([
    ...(["received", "assigned", "accepted", "arrived", "started", "paused"] as const),
    /** A complaint is looked into; its resident learns the answer, not the way to it. */
    "investigating",
    ...(["done", "closed", "merged", "void"] as const),
  ]),
  /** Whose work it is. */
  trade: trade.optional(),
  /** Why the work rests. */
  cause: z.enum(pauseCauses).optional(),
  /** What comes next. */
  next: z.enum(["assign", "visit", "finish", "resume", "answer", "callback", "rate", "look", "nothing"]),
  /** By when; for a visit, when. Missing where no clock says so, or it has run out. */
  by: instant.optional(),
  /** The work took longer than was promised. */
  late: z.boolean(),
});
export type Standing = z.output<typeof standing>;

type Seen = { ticket: TicketItem; orders: readonly OrderItem[]; complaint?: CaseItem; now: string };
type Next = Pick<Standing, "next" | "by">;

/** How a ticket stands at `now`, and what its resident may expect next: from its state, its orders and its clocks. */
export function standingOf(seen: Seen): Standing {
  const { ticket, now } = seen;
  if (ticket.state === "void")
    return { is: ticket.duplicateOf ? "merged" : "void", next: "nothing", late: false };
  const late = isOpen(ticket.state) && !ticket.pausedAt && ticket.completionDueAt <= now;
  if (!isOpen(ticket.state)) return { ...ended(seen), late };
  return ticket.kind === "complaint" ? { ...lookedInto(seen), late } : { ...worked(seen), late };
}

const ahead = (at: string | undefined, now: string) => (at !== undefined && at > now ? at : undefined);

function ended({ ticket, now }: Seen): Pick<Standing, "is"> & Next {
  const last = ticket.completions.at(-1);
  const until = ahead(reopenUntil(ticket), now);
  const look: Next = until && mayReopen(ticket, now) ? { next: "look", by: until } : { next: "nothing" };
  if (ticket.state === "closed") return { is: "closed", ...look };
  if (last?.callbackWanted && !last.reachedAt)
    return { is: "done", next: "callback", by: ahead(last.callbackDueAt, now) };
  return { is: "done", ...(last?.rating || last?.reachedAt ? look : { next: "rate" }) };
}

function lookedInto({ ticket, complaint, now }: Seen): Pick<Standing, "is"> & Next {
  const isNew = ticket.state === "registered" && (complaint?.state ?? "registered") === "registered";
  const by =
    ahead(ticket.answeredAt ? undefined : ticket.answerDueAt, now) ??
    ahead(ticket.completionDueAt, now) ??
    ahead(ticket.qualityDueAt, now);
  return { is: isNew && ticket.reopenedCount === 0 ? "received" : "investigating", next: "answer", by };
}

function worked({ ticket, orders, now }: Seen): Pick<Standing, "is" | "trade" | "cause"> & Next {
  const live = orders.filter(({ state }) => isLive(state));
  const by = ahead(ticket.completionDueAt, now);
  if (ticket.pausedAt) {
    const cause = live.flatMap(({ pauses = [] }) => pauses.at(-1)?.cause ?? [])[0];
    return { is: "paused", trade: ticket.trade, cause, next: "resume" };
  }
  if (ticket.state === "registered")
    return {
      is: "received",
      next: "assign",
      by: ahead(ticket.respondedAt ? undefined : ticket.responseDueAt, now) ?? by,
    };
  const there = live.some(({ state }) => state === "arrived" || state === "started" || state === "paused");
  const visit = live
    .flatMap(({ state, appointmentAt }) =>
      state === "waiting" || state === "accepted" ? (ahead(appointmentAt, now) ?? []) : [],
    )
    .sort()[0];
  const finish: Next = visit ? { next: "visit", by: visit } : { next: "finish", by };
  if (!there)
    return { is: ticket.state === "assigned" ? "assigned" : "accepted", trade: ticket.trade, ...finish };
  const begun = live.some(({ state }) => state === "started" || state === "paused");
  return { is: begun ? "started" : "arrived", trade: ticket.trade, ...finish };
}

/** Until when its resident may say that what was done is not right; undefined while nothing was. */
export function reopenUntil({ state, completions, closedAt }: TicketItem): string | undefined {
  const doneAt = completions.at(-1)?.completedAt;
  if (!doneAt || (state !== "completed" && state !== "closed")) return undefined;
  return plus(state === "closed" ? (closedAt ?? doneAt) : doneAt, { days: reopenDays });
}

/** Whether its resident may take it up again at `now`. */
export const mayReopen = (ticket: TicketItem, now: string) =>
  now <= (reopenUntil(ticket) ?? "") && ticket.completions.length < maxCompletions;

/** Whether it ended so long ago that its link shows it no more. */
export function isOver({ state, completions, closedAt, voidedAt }: TicketItem, now: string): boolean {
  if (isOpen(state)) return false;
  const end = voidedAt ?? (state === "closed" ? closedAt : undefined) ?? completions.at(-1)?.completedAt;
  return end !== undefined && plus(end, { days: shownDays }) < now;
}
