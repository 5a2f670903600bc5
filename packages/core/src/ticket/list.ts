import * as z from "zod";
import { instant } from "../clock";
import { needHouse } from "../house/reach";
import { idOf } from "../id";
import { reachedProjects } from "../member/scope";
import { pageInput } from "../table/page";
import { verb } from "../verb";
import { fitting, groupOf, idsOf, needNamed, type TicketFilter, ticketFilterQuery } from "./filter";
import { below, mergeLists, type Source } from "./merge";
import { latePage } from "./overdue";
import type { State } from "./states";
import { ticketSummary } from "./summary";
import { Ticket, type TicketItem } from "./ticket.entity";

const listed = ticketSummary.extend({
  /** Where its resident is still to be called back: about what was completed when, and by when. */
  callback: z.object({ completedAt: instant, dueAt: instant }).optional(),
});
const page = z.object({ items: z.array(listed), cursor: z.string().optional() });

function withCallback(ticket: TicketItem): z.input<typeof listed> {
  const last = ticket.completions.at(-1);
  const waits = ticket.state === "completed" && last?.callbackDueAt;
  return waits ? { ...ticket, callback: { completedAt: last.completedAt, dueAt: waits } } : ticket;
}

/**
 * Tickets of the member's projects that fit a filter, newest first; overdue ones the longest ago first. Project,
 * states and days of registration are served by the indexes by state, what is overdue by that of clocks: a page costs
 * its own length. All else is looked for in what these give, at most 500 tickets a request: a page that is short, or
 * even empty, while it has a cursor says that more may follow.
 */
export const listTickets = verb({
  name: "ticket.list",
  may: "ticket.read",
  input: z.strictObject({ ...ticketFilterQuery, ...pageInput }),
  output: page,
  run: async ({ limit, cursor, ...filter }, { now }) => {
    await needNamed(filter);
    const request = { list: `tickets#${JSON.stringify(filter)}`, limit, cursor };
    return filter.overdue ? lateOf(filter, { ...request, now }) : newestOf(filter, request);
  },
});

type Request = { list: string; limit: number; cursor: string | undefined };

const reachedBy = ({ projectId }: TicketFilter) => (projectId ? [projectId] : reachedProjects());

async function newestOf(filter: TicketFilter, request: Request) {
  const ids = await idsOf(filter);
  const reached = reachedBy(filter);
  const { states } = groupOf(filter.state);
  const { items, cursor } = await mergeLists({
    ...request,
    sources:
      reached === "all"
        ? states.map((one) => sourceOf("gsi2", ["ticket"], one, ids))
        : reached.flatMap((id) => states.map((one) => sourceOf("gsi1", [id, "ticket"], one, ids))),
    keyOf: ({ ticketId }) => ticketId,
    order: "descending",
    wanted: fitting(filter),
  });
  return { items: items.map(withCallback), cursor };
}

const sourceOf =
  (
    index: "gsi1" | "gsi2",
    partition: string[],
    state: State,
    [first, end]: readonly [string, string],
  ): Source<TicketItem> =>
  async (after, limit) => {
    const between = [`${state}#${first}`, `${state}#${after ? below(after) : end}`] as const;
    if (between[0] > between[1]) return [];
    return (await Ticket.query(index, partition, { between, limit, reverse: true })).items;
  };

/** What is overdue lies in no order of registration: days and states are asked of each one found. */
async function lateOf(filter: TicketFilter, request: Request & { now: string }) {
  const [first, end] = await idsOf(filter);
  const { states } = groupOf(filter.state);
  const fits = fitting(filter);
  const late = await latePage({
    ...request,
    reached: reachedBy(filter),
    wanted: (ticket) =>
      states.includes(ticket.state) &&
      ticket.ticketId >= first &&
      ticket.ticketId < end &&
      (fits?.(ticket) ?? true),
  });
  return { items: late.items.map(({ ticket }) => ticket), cursor: late.cursor };
}

/** A house's tickets, newest first. */
export const listHouseTickets = verb({
  name: "ticket.ofHouse",
  may: "ticket.read",
  input: z.strictObject({ houseId: idOf("house"), ...pageInput }),
  output: page,
  run: async ({ houseId, ...request }) => {
    await needHouse(houseId);
    const { items, cursor } = await Ticket.query("gsi3", [houseId, "ticket"], { ...request, reverse: true });
    return { items: items.map(withCallback), cursor };
  },
});
