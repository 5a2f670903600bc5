import * as z from "zod";
import { idOf } from "../id";
import { reachedProjects } from "../member/scope";
import { needProject } from "../project/reach";
import { pageInput } from "../table/page";
import { verb } from "../verb";
import { type ClockItem, firstPressing, TicketClock, ticketClocks } from "./clock.entity";
import { mergeLists, type Source } from "./merge";
import { summariesOf, ticketSummary } from "./summary";

/** With the clock that ran out first, and how many rungs of its ladder were told. */
const lateSummary = ticketSummary.extend({ late: z.enum(ticketClocks), rung: z.int() });

/**
 * Tickets of the member's projects, or of one of them, whose clock has run out, the longest ago first; each as soon
 * as the schedule of clocks has told of one.
 */
export const listOverdue = verb({
  name: "ticket.overdue",
  may: "ticket.read",
  input: z.strictObject({ projectId: idOf("project").optional(), ...pageInput }),
  output: z.object({ items: z.array(lateSummary), cursor: z.string().optional() }),
  run: async ({ projectId, limit, cursor }, { now }) => {
    if (projectId) await needProject(projectId);
    const reached = projectId ? [projectId] : reachedProjects();
    const page = await mergeLists({
      list: `overdue#${projectId ?? ""}`,
      sources:
        reached === "all"
          ? [sourceOf("gsi2", ["ticketClock"], now)]
          : reached.map((id) => sourceOf("gsi1", [id, "ticketClock"], now)),
      keyOf: ({ dueAt, ticketId }) => `${dueAt}#${ticketId}`,
      order: "ascending",
      limit,
      cursor,
    });
    const tickets = await summariesOf(page.items);
    const items = page.items.flatMap(({ ticketId, told }) => {
      const ticket = tickets.get(ticketId);
      const first = ticket && firstPressing(ticket);
      // Done, or taken up, since the index was written.
      if (!first || first.dueAt >= now) return [];
      const known = told?.[first.clock];
      return [{ ...ticket, late: first.clock, rung: known?.dueAt === first.dueAt ? known.rung : 0 }];
    });
    return { items, cursor: page.cursor };
  },
});

const sourceOf =
  (index: "gsi1" | "gsi2", partition: string[], until: string): Source<ClockItem> =>
  async (after, limit) => {
    const between = [after ? `${after} ` : "0", until] as const;
    return (await TicketClock.query(index, partition, { between, limit })).items;
  };
