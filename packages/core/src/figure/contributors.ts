import { allocationCells, billCells } from "./fee.cells";
import type { Cell } from "./sheet";
import { surveyInvitationCells, surveyResponseCells } from "./survey.cells";
import { ticketCells } from "./ticket.cells";

/** How one kind of record is counted, and how all of a project's are found for a recount. */
export type Contributor = {
  kind: string;
  /** The cells a record counts in, in its tenant's zone. Pure: the record alone decides. */
  cells: (record: Record<string, unknown>, zone: string) => Cell[];
  /** All records of this kind in a project, raw. */
  records: (projectId: string) => AsyncIterable<Record<string, unknown>>;
};

/** Every kind of record that figures are made of. */
export const contributors: readonly Contributor[] = [
  allocationCells,
  billCells,
  surveyInvitationCells,
  surveyResponseCells,
  ticketCells,
];

export const contributorOf = (kind: string) => contributors.find((contributor) => contributor.kind === kind);
