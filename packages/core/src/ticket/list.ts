import * as z from "zod";
import { needHouse } from "../house/reach";
import { idOf } from "../id";
import { needReach, reachedProjects } from "../member/scope";
import { needProject } from "../project/reach";
import { pageInput } from "../table/page";
import { verb } from "../verb";
import { below, mergeLists, type Source } from "./merge";
import { openStates, type State, states } from "./states";
import { ticketSummary } from "./summary";
import { Ticket, type TicketItem } from "./ticket.entity";

const page = z.object({ items: z.array(ticketSummary), cursor: z.string().optional() });

/**
 * Tickets of the member's projects or of one of them, newest first; in one state, in any in which work is to be
 * done ("open"), or in all.
 */
export const listTickets = verb({
  name: "ticket.list",
  may: "ticket.read",
  input: z.strictObject({
    projectId: idOf("project").optional(),
    state: z.enum([...states, "open"]).optional(),
    ...pageInput,
  }),
  output: page,
  run: async ({ projectId, state, limit, cursor }) => {
    if (projectId) {
      needReach(projectId);
      await needProject(projectId);
    }
    const reached = projectId ? [projectId] : reachedProjects();
    const wanted = statesOf(state);
    const sources =
      reached === "all"
        ? wanted.map((one) => sourceOf("gsi2", ["ticket"], one))
        : reached.flatMap((id) => wanted.map((one) => sourceOf("gsi1", [id, "ticket"], one)));
    const list = `tickets#${projectId ?? ""}#${state ?? ""}`;
    return mergeLists({
      list,
      sources,
      keyOf: ({ ticketId }) => ticketId,
      order: "descending",
      limit,
      cursor,
    });
  },
});

function statesOf(state: State | "open" | undefined): readonly State[] {
  if (state === undefined) return states;
  return state === "open" ? openStates : [state];
}

const sourceOf =
  (index: "gsi1" | "gsi2", partition: string[], state: State): Source<TicketItem> =>
  async (after, limit) => {
    const between = [`${state}#`, `${state}#${after ? below(after) : "~"}`] as const;
    return (await Ticket.query(index, partition, { between, limit, reverse: true })).items;
  };

/** A house's tickets, newest first. */
export const listHouseTickets = verb({
  name: "ticket.ofHouse",
  may: "ticket.read",
  input: z.strictObject({ houseId: idOf("house"), ...pageInput }),
  output: page,
  run: async ({ houseId, ...request }) => {
    await needHouse(houseId);
    return Ticket.query("gsi3", [houseId, "ticket"], { ...request, reverse: true });
  },
});
