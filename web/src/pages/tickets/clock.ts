import type { OutputOf } from "../../api/contract";

export type TicketRow = OutputOf<"GET /tickets">["items"][number];
type Clocked = Pick<TicketRow, "state" | "createdAt" | "responseDueAt" | "respondedAt" | "completionDueAt"> &
  Partial<Pick<TicketRow, "pausedAt">>;

/** The clock that runs for a ticket, and how it stands. */
export interface Clock {
  which: "response" | "completion" | "callback";
  dueAt: string;
  /** Positive while there is time, negative once it has passed; milliseconds. */
  leftMs: number;
  standing: "overdue" | "soon" | "ample";
}

/** States in which work is still to be done. */
const open: ReadonlySet<TicketRow["state"]> = new Set(["registered", "assigned", "accepted", "started"]);

export const isOpen = (state: TicketRow["state"]): boolean => open.has(state);

/** The clock of a ticket now: first until somebody takes it up, then until it is done; null when none runs. */
export function clockOf(ticket: Clocked, nowMs: number): Clock | null {
  if (!isOpen(ticket.state) || ticket.pausedAt) return null;
  const { createdAt, respondedAt, responseDueAt, completionDueAt } = ticket;
  return respondedAt
    ? clock("completion", createdAt, completionDueAt, nowMs)
    : clock("response", createdAt, responseDueAt, nowMs);
}

/** The clock until a resident is to be called back about what was completed then. */
export const callbackClock = (completedAt: string, dueAt: string, nowMs: number): Clock =>
  clock("callback", completedAt, dueAt, nowMs);

/** "Soon" is the last quarter of the time, and never more than a day before the end. */
function clock(which: Clock["which"], from: string, dueAt: string, nowMs: number): Clock {
  const due = Date.parse(dueAt);
  const leftMs = due - nowMs;
  const near = Math.min((due - Date.parse(from)) / 4, 86_400_000);
  return { which, dueAt, leftMs, standing: leftMs <= 0 ? "overdue" : leftMs <= near ? "soon" : "ample" };
}

/** Whether a clock of the ticket has run out. */
export const isOverdue = (ticket: Clocked, nowMs: number): boolean =>
  clockOf(ticket, nowMs)?.standing === "overdue" ||
  (isOpen(ticket.state) && !ticket.pausedAt && Date.parse(ticket.completionDueAt) <= nowMs);
