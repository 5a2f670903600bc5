import * as z from "zod";
import { idOf } from "../id";
import { reachedProjects } from "../member/scope";
import { needProject } from "../project/reach";
import { pageInput } from "../table/page";
import { type ClockItem, silentSince, TicketClock } from "../ticket/clock.entity";
import { mergeLists, type Source } from "../ticket/merge";
import { summariesOf, ticketSummary } from "../ticket/summary";
import { verb } from "../verb";

/**
 * Open tickets of the member's projects, or of one of them, whose resident should have heard by now – that the report
 * was understood, or how it stands – project by project, the longest ago first. A contact takes them off.
 */
export const listUnheard = verb({
  name: "ticket.unheard",
  may: "ticket.read",
  input: z.strictObject({ projectId: idOf("project").optional(), ...pageInput }),
  output: z.object({ items: z.array(ticketSummary), cursor: z.string().optional() }),
  run: async ({ projectId, limit, cursor }) => {
    if (projectId) await needProject(projectId);
    const reached = projectId ? [projectId] : reachedProjects();
    const page = await mergeLists({
      list: `unheard#${projectId ?? ""}`,
      sources: reached === "all" ? [within("0", "~")] : reached.map((id) => within(`${id}#`, `${id}#~`)),
      keyOf: ({ projectId: id, told, ticketId }) => `${id}#${silentSince(told)}#${ticketId}`,
      order: "ascending",
      limit,
      cursor,
    });
    const tickets = await summariesOf(page.items);
    const items = page.items.flatMap(({ ticketId }) => tickets.get(ticketId) ?? []);
    return { items, cursor: page.cursor };
  },
});

const within =
  (first: string, last: string): Source<ClockItem> =>
  async (after = "", limit) => {
    const from = after > first ? `${after} ` : first;
    if (from > last) return [];
    return (await TicketClock.query("gsi3", ["unheard"], { between: [from, last], limit })).items;
  };
