import type { OutputOf } from "../../api/contract";

export type TicketRow = OutputOf<"GET /tickets">["items"][number];
type Clocked = Pick<
  TicketRow,
  | "state"
  | "createdAt"
  | "responseDueAt"
  | "respondedAt"
  | "onSiteDueAt"
  | "startedAt"
  | "answerDueAt"
  | "answeredAt"
  | "completionDueAt"
> &
  Partial<Pick<TicketRow, "pausedAt" | "onSiteAt" | "qualityDueAt">>;
type Heard = Pick<TicketRow, "state" | "createdAt" | "verifiedDueAt" | "verifiedAt" | "progressDueAt"> &
  Partial<Pick<TicketRow, "promisedAt">>;

/** The clock that runs for a ticket, and how it stands. */
export interface Clock {
  which:
    | "response"
    | "onSite"
    | "answered"
    | "quality"
    | "completion"
    | "callback"
    | "verified"
    | "progress"
    | "promised";
  dueAt: string;
  /** Positive while there is time, negative once it has passed; milliseconds. */
  leftMs: number;
  standing: "overdue" | "soon" | "ample";
}

/** States in which work is still to be done. */
const open: ReadonlySet<TicketRow["state"]> = new Set(["registered", "assigned", "accepted", "started"]);

export const isOpen = (state: TicketRow["state"]): boolean => open.has(state);

/**
 * The clock of a ticket now, of those not met yet the one that runs out first: until somebody takes it up, is there,
 * answers a complaint, as the quality department too, has it done (that one stands while the work is paused). Null when none runs.
 */
export function clockOf(ticket: Clocked, nowMs: number): Clock | null {
  return first(ticket, nowMs, [
    ["response", ticket.respondedAt ? undefined : ticket.responseDueAt],
    ["onSite", (ticket.onSiteAt ?? ticket.startedAt) ? undefined : ticket.onSiteDueAt],
    ["answered", ticket.answeredAt ? undefined : ticket.answerDueAt],
    ["quality", ticket.qualityDueAt],
    ["completion", ticket.pausedAt ? undefined : ticket.completionDueAt],
  ]);
}

/** Until the resident is to hear from us: that the report was understood, then how it stands, or as was promised. Null for none. */
export function hearingClock(ticket: Heard, nowMs: number): Clock | null {
  return first(ticket, nowMs, [
    ["verified", ticket.verifiedAt ? undefined : ticket.verifiedDueAt],
    [ticket.promisedAt ? "promised" : "progress", ticket.progressDueAt],
  ]);
}

function first(
  { state, createdAt }: Pick<TicketRow, "state" | "createdAt">,
  nowMs: number,
  all: readonly (readonly [which: Clock["which"], dueAt: string | undefined])[],
): Clock | null {
  if (!isOpen(state)) return null;
  const running = all.flatMap(([which, dueAt]) => (dueAt ? clock(which, createdAt, dueAt, nowMs) : []));
  return running.reduce<Clock | null>((one, other) => (one && one.dueAt <= other.dueAt ? one : other), null);
}

/** The clock until a resident is to be called back about what was completed then. */
export const callbackClock = (completedAt: string, dueAt: string, nowMs: number): Clock =>
  clock("callback", completedAt, dueAt, nowMs);

/** The clock of a ticket in a list: once its work is done, that of the callback it waits for. */
export function listedClock(ticket: Clocked & Pick<TicketRow, "callback">, nowMs: number): Clock | null {
  const { callback } = ticket;
  return callback ? callbackClock(callback.completedAt, callback.dueAt, nowMs) : clockOf(ticket, nowMs);
}

/** "Soon" is the last quarter of the time, and never more than a day before the end. */
function clock(which: Clock["which"], from: string, dueAt: string, nowMs: number): Clock {
  const due = Date.parse(dueAt);
  const leftMs = due - nowMs;
  const near = Math.min((due - Date.parse(from)) / 4, 86_400_000);
  return { which, dueAt, leftMs, standing: leftMs <= 0 ? "overdue" : leftMs <= near ? "soon" : "ample" };
}

/** Whether a clock of the ticket has run out. */
export const isOverdue = (ticket: Clocked, nowMs: number): boolean =>
  clockOf(ticket, nowMs)?.standing === "overdue";
