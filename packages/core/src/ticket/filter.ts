import * as z from "zod";
import { endOfDate, localDate, startOfDate } from "../clock";
import { firstIdAt, idOf } from "../id";
import { Member, trade } from "../member/member.entity";
import { needProject } from "../project/reach";
import { tenantZone } from "../tenant/zone";
import { categoryCode, ticketChannels, ticketKind, urgency } from "./kind";
import { openStates, type State, states } from "./states";
import type { TicketSummary } from "./summary";

/** Tickets in some states; of those in work, whether their clock stands because nothing of it can be worked on. */
type Group = { states: readonly State[]; paused?: boolean };

/** What is asked for beside single states: all in which work is to be done, and the columns of the board. */
const groups = {
  open: { states: openStates },
  dispatched: { states: ["assigned", "accepted"] },
  working: { states: ["started"], paused: false },
  paused: { states: ["started"], paused: true },
} as const satisfies Record<string, Group>;
type GroupName = keyof typeof groups;

export const stateGroups = [...states, ...(Object.keys(groups) as GroupName[])] as const;
export type StateGroup = (typeof stateGroups)[number];

const isGroup = (name: StateGroup): name is GroupName => name in groups;

/** What a state, or a group of them, stands for; without one all are meant. */
export function groupOf(name: StateGroup | undefined): Group {
  if (name === undefined) return { states };
  return isGroup(name) ? groups[name] : { states: [name] };
}

const day = localDate.regex(/^20/, "must be a date from 2000 on");

const said = {
  projectId: idOf("project").optional(),
  state: z.enum(stateGroups).optional(),
  kind: ticketKind.optional(),
  category: categoryCode.optional(),
  trade: trade.optional(),
  assigneeId: idOf("member").optional(),
  urgency: urgency.optional(),
  channel: z.enum(ticketChannels).optional(),
  /** Registered on local days from … to, both included. */
  from: day.optional(),
  to: day.optional(),
};

/** What a list of tickets is narrowed to; nothing said means all. A kind means all its categories. */
export const ticketFilter = z.strictObject({
  ...said,
  /** Only those of which some clock has run out; false says nothing. */
  overdue: z.boolean().optional(),
  /** Only those that were reopened, or only those that were not. */
  reopened: z.boolean().optional(),
});
export type TicketFilter = z.output<typeof ticketFilter>;

/** The same, as it stands in an address. */
export const ticketFilterQuery = {
  ...said,
  overdue: z.stringbool().optional(),
  reopened: z.stringbool().optional(),
};

/** Throws `not_found` where a filter names a project out of reach or nobody of the firm. */
export async function needNamed({ projectId, assigneeId }: TicketFilter) {
  if (projectId) await needProject(projectId);
  if (assigneeId) await Member.need({ memberId: assigneeId });
}

/** Between which ids the tickets registered on a filter's days lie: the first that may be, and the first that may not. */
export async function idsOf({ from, to }: TicketFilter): Promise<readonly [string, string]> {
  if (!from && !to) return ["", "~"];
  const zone = await tenantZone();
  return [
    from ? firstIdAt("ticket", startOfDate(from, zone)) : "",
    to ? firstIdAt("ticket", endOfDate(to, zone)) : "~",
  ];
}

/** What of a filter its ids and states do not say, asked of one ticket; undefined where they say all of it. */
export function fitting(filter: TicketFilter): ((ticket: TicketSummary) => boolean) | undefined {
  const { kind, category, trade: of, assigneeId, urgency: how, channel, reopened } = filter;
  const { paused } = groupOf(filter.state);
  const same = Object.entries({ kind, category, trade: of, assigneeId, urgency: how, channel }).filter(
    ([, value]) => value !== undefined,
  ) as [keyof TicketSummary, string][];
  if (same.length === 0 && paused === undefined && reopened === undefined) return undefined;
  return (ticket) =>
    same.every(([name, value]) => ticket[name] === value) &&
    (paused === undefined || (ticket.pausedAt !== undefined) === paused) &&
    (reopened === undefined || ticket.reopenedCount > 0 === reopened);
}
