import * as z from "zod";
import { instant } from "../clock";
import type { ClockName } from "../clocks/rule";
import { idOf } from "../id";
import { entity, type ItemOf } from "../table/entity";
import type { Work } from "../table/work";
import { isOpen } from "./states";
import { summaryOf, ticketSummary } from "./summary";
import type { TicketItem } from "./ticket.entity";

/** The clocks that may run for a ticket, those first that somebody answers for above the one who does it. */
const pressing = ["response", "onSite", "answered", "quality", "completion"] as const satisfies ClockName[];
const courtesies = ["verified", "progress"] as const satisfies ClockName[];
export const ticketClocks = [...pressing, ...courtesies] as const;
export type TicketClockName = (typeof ticketClocks)[number];
export type Running = { clock: TicketClockName; dueAt: string };

/** How far a clock that passed has been told of: on which rung, and when the next one is due. */
const toldSchema = z.object({ dueAt: instant, rung: z.int().min(1).max(9), nextAt: instant.optional() });
export type Told = z.output<typeof toldSchema>;
type AllTold = Partial<Record<TicketClockName, Told>>;

/**
 * The clocks that run for an open ticket; in the due index by when somebody is to be told next. Once one has passed
 * and was told of, found by the time the first pressing one runs out, in its project (gsi1) and in the firm (gsi2);
 * where the resident should have heard, also with those of its project (gsi3).
 */
export const TicketClock = entity({
  name: "ticketClock",
  hiddenBy: ({ ticketId }) => ticketId,
  packed: true,
  schema: z.object({
    ticketId: idOf("ticket"),
    projectId: idOf("project"),
    /** Missing while nothing presses: all work rests. */
    dueAt: instant.optional(),
    told: z.partialRecord(z.enum(ticketClocks), toldSchema).optional(),
    /** Missing once everybody was told, and on tickets of earlier versions. */
    wakeAt: instant.optional(),
    /** What lists show of the ticket, as long as it stands in them; earlier versions kept it not. */
    ticket: ticketSummary.optional(),
  }),
  key: (key: { ticketId: string }) => [[key.ticketId], "clock"],
  indexes: {
    gsi1: ({ projectId, dueAt, ticketId, told }) =>
      dueAt && isTold(told) ? [[projectId, "ticketClock"], `${dueAt}#${ticketId}`] : undefined,
    gsi2: ({ dueAt, ticketId, told }) =>
      dueAt && isTold(told) ? [["ticketClock"], `${dueAt}#${ticketId}`] : undefined,
    gsi3: ({ projectId, ticketId, told }) => {
      const since = silentSince(told);
      return since ? [["unheard"], `${projectId}#${since}#${ticketId}`] : undefined;
    },
  },
  due: ({ wakeAt }) => (wakeAt ? { kind: "ticketClock", at: wakeAt } : undefined),
});
export type ClockItem = ItemOf<typeof TicketClock>;

const isTold = (told: AllTold = {}) => Object.keys(told).length > 0;

/** Since when a resident should have heard; undefined while nobody was told so. */
export const silentSince = (told: AllTold = {}) =>
  courtesies.flatMap((clock) => told[clock]?.dueAt ?? []).sort()[0];

type Clocked = Pick<TicketItem, "state" | "responseDueAt" | "completionDueAt"> &
  Partial<
    Pick<
      TicketItem,
      | "respondedAt"
      | "startedAt"
      | "onSiteAt"
      | "pausedAt"
      | "onSiteDueAt"
      | "answerDueAt"
      | "answeredAt"
      | "qualityDueAt"
      | "verifiedDueAt"
      | "verifiedAt"
      | "progressDueAt"
    >
  >;

/** Every clock that runs for a ticket, the one that runs out first before the others. */
export function runningClocks(ticket: Clocked): Running[] {
  if (!isOpen(ticket.state)) return [];
  const due: Record<TicketClockName, string | undefined> = {
    response: ticket.respondedAt ? undefined : ticket.responseDueAt,
    onSite: (ticket.onSiteAt ?? ticket.startedAt) ? undefined : ticket.onSiteDueAt,
    answered: ticket.answeredAt ? undefined : ticket.answerDueAt,
    quality: ticket.qualityDueAt,
    completion: ticket.pausedAt ? undefined : ticket.completionDueAt,
    verified: ticket.verifiedAt ? undefined : ticket.verifiedDueAt,
    progress: ticket.progressDueAt,
  };
  return ticketClocks
    .flatMap((clock) => (due[clock] ? [{ clock, dueAt: due[clock] }] : []))
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
}

const isPressing = ({ clock }: Running) => (pressing as readonly TicketClockName[]).includes(clock);

/** The pressing clock of a ticket that runs out first; undefined while none runs. */
export const firstPressing = (ticket: Clocked): Running | undefined => runningClocks(ticket).find(isPressing);

/** What was told of clocks that still run: one that started anew has been told of to nobody. */
export function stillTold(running: readonly Running[], told: AllTold = {}): AllTold {
  const kept = running.filter(({ clock, dueAt }) => told[clock]?.dueAt === dueAt);
  return Object.fromEntries(kept.map(({ clock }) => [clock, told[clock]]));
}

/** When somebody is to be told next that a clock has passed; undefined when nobody is. */
export const wakesAt = (running: readonly Running[], told: AllTold): string | undefined =>
  running.flatMap(({ clock, dueAt }) => (told[clock] ? (told[clock].nextAt ?? []) : dueAt)).sort()[0];

/** Brings a ticket's clock in line with the ticket. */
export function setClock(work: Work, ticket: TicketItem, clock?: ClockItem) {
  const { ticketId, projectId } = ticket;
  const running = runningClocks(ticket);
  const dueAt = running.find(isPressing)?.dueAt;
  if (running.length === 0) {
    if (clock) work.remove(TicketClock, clock);
    return;
  }
  const told = stillTold(running, clock?.told);
  const next = { dueAt, wakeAt: wakesAt(running, told), ...toldOf(ticket, told) };
  if (!clock) work.create(TicketClock, { ticketId, projectId, ...next }, "race");
  else if (dueAt !== clock.dueAt || next.wakeAt !== clock.wakeAt || isTold(clock.told))
    work.patch(TicketClock, clock, next);
}

/** What a clock says of what was told, and with it of its ticket. */
export const toldOf = (ticket: TicketItem, told: AllTold) =>
  isTold(told) ? { told, ticket: summaryOf(ticket) } : { told: undefined, ticket: undefined };
