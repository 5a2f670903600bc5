import * as z from "zod";
import { withActor } from "../context";
import { idOf } from "../id";
import { Project } from "../project/project.entity";
import { Ticket } from "../ticket/ticket.entity";
import { verb } from "../verb";
import { fileOf } from "./act";
import { Case } from "./case.entity";

/** Kept in one transaction. */
const piece = 25;

/** Keeps how these complaints stand, where nothing is kept of it yet. */
const keep = verb({
  name: "complaint.keep",
  may: "system",
  audited: false,
  input: z.strictObject({ ticketIds: z.array(idOf("ticket")).max(piece) }),
  output: z.object({ kept: z.int() }),
  run: async ({ ticketIds }, work) => {
    const tickets = await Ticket.batch(ticketIds.map((ticketId) => ({ ticketId })));
    const files = await Promise.all(tickets.map(fileOf));
    const missing = files.filter(({ isNew }) => isNew);
    for (const { one } of missing) work.create(Case, one, "race");
    return { kept: missing.length };
  },
});

/**
 * Keeps how every complaint of a tenant stands: those that earlier versions registered are in no list of complaints, and
 * pause no dunning, until then. Returns how many there were; doing it twice does nothing the second time.
 */
export function keepCases(tenantId: string): Promise<number> {
  return withActor({ type: "system", tenantId }, async () => {
    let kept = 0;
    const ticketIds: string[] = [];
    const some = async () => {
      kept += (await keep({ ticketIds: ticketIds.splice(0) })).kept;
    };
    for await (const { projectId } of Project.all("table", ["project"]))
      for await (const { ticketId, kind } of Ticket.all("gsi1", [projectId, "ticket"])) {
        if (kind === "complaint") ticketIds.push(ticketId);
        if (ticketIds.length === piece) await some();
      }
    if (ticketIds.length > 0) await some();
    return kept;
  });
}
