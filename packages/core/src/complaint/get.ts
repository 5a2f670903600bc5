import * as z from "zod";
import { idOf } from "../id";
import { Ticket } from "../ticket/ticket.entity";
import { verb } from "../verb";
import { openCase } from "./act";
import type { CaseItem } from "./case.entity";
import { matterOf } from "./signs";
import { groupAt, Signs } from "./signs.entity";
import { CaseStep, wayStep } from "./step.entity";
import { caseView, viewOf } from "./view";

const related = z.array(z.object({ ticketId: z.string(), number: z.string() }));

/**
 * How a complaint stands, its way so far, oldest step first, and the complaints it belongs with: earlier ones of its
 * house, and the others of its group.
 */
export const getComplaint = verb({
  name: "complaint.get",
  may: "ticket.read",
  input: z.strictObject({ ticketId: idOf("ticket") }),
  output: caseView.extend({ way: z.array(wayStep), repeats: related, group: related }),
  run: async ({ ticketId }) => {
    const { one } = await openCase(ticketId);
    const [way, repeats, group] = await Promise.all([
      CaseStep.query("table", [ticketId], { begins: "way#", limit: 500 }),
      named(one.repeatOf),
      groupOf(one).then(named),
    ]);
    return { ...viewOf(one), way: way.items, repeats, group };
  },
});

async function named(ticketIds: readonly string[]) {
  if (ticketIds.length === 0) return [];
  const found = await Ticket.batch(
    ticketIds.map((ticketId) => ({ ticketId })),
    { consistent: false },
  );
  return found
    .map(({ ticketId, number }) => ({ ticketId, number }))
    .sort((a, b) => (a.ticketId < b.ticketId ? -1 : 1));
}

/** The others of the group that the latest signs make; none once those of this one are too old. */
async function groupOf(one: CaseItem): Promise<string[]> {
  const matter = one.severity === "group" ? matterOf(one) : undefined;
  const signs = matter && (await Signs.get({ projectId: one.projectId, matter }));
  if (!signs) return [];
  const group = groupAt(signs.seen, signs.seen.at(-1)?.at ?? "").map(({ ticketId }) => ticketId);
  return group.includes(one.ticketId) ? group.filter((ticketId) => ticketId !== one.ticketId) : [];
}
