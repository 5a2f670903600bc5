import * as z from "zod";
import { useTenantActor } from "../context";
import { idOf } from "../id";
import { type CaseItem, caseSchema } from "./case.entity";
import { partiesOf } from "./party";
import { actions, table } from "./states";

/** What every step takes: of which complaint, and the revision seen, if a change in between is to be refused. */
export const caseInput = { ticketId: idOf("ticket"), rev: z.int().min(1).optional() };

/** A complaint as members see it, with what the acting one may do with it now. */
export const caseView = caseSchema
  .omit({ steps: true, proposedBy: true, handlers: true, decidedFirst: true })
  .extend({ rev: z.int(), may: z.array(z.enum(actions)) });

/** A complaint in a list. */
export const caseSummary = caseSchema.omit({
  steps: true,
  proposedBy: true,
  handlers: true,
  decidedFirst: true,
  findings: true,
  accountability: true,
  repeatOf: true,
});

/** What the acting member may do with a complaint now, and what stands in the way. */
export function viewOf(one: CaseItem): z.input<typeof caseView> {
  const standing = partiesOf(useTenantActor(), one);
  const may = actions.filter((action) => table[one.state][action]?.who.some((party) => standing.has(party)));
  const offered = one.level === "project" ? may : may.filter((action) => action !== "escalate");
  return { ...one, may: one.findings > 0 ? offered : offered.filter((action) => action !== "propose") };
}
