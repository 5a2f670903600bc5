import * as z from "zod";
import { idOf } from "../id";
import { needReach, reachedProjects } from "../member/scope";
import { needProject } from "../project/reach";
import { pageInput } from "../table/page";
import { below, mergeLists, type Source } from "../ticket/merge";
import { verb } from "../verb";
import { Case, type CaseItem } from "./case.entity";
import { openStates, type State } from "./states";
import { caseSummary } from "./view";

type Show = { states: readonly State[]; fits?: (one: CaseItem) => boolean };

/** What one may look for among complaints. */
const shows = {
  open: { states: openStates },
  /** A proposal waits for its decision. */
  approve: { states: ["proposed"] },
  /** With the firm's quality department. */
  quality: { states: openStates, fits: ({ level }) => level === "headquarters" },
  groups: { states: openStates, fits: ({ severity }) => severity === "group" },
  /** The resident is satisfied, and nobody answers for it yet. */
  account: { states: ["satisfied"] },
  closed: { states: ["closed"] },
} as const satisfies Record<string, Show>;
export const complaintShows = ["open", "approve", "quality", "groups", "account", "closed"] as const;

/** Complaints of the member's projects or of one of them, newest first. */
export const listComplaints = verb({
  name: "complaint.list",
  may: "ticket.read",
  input: z.strictObject({
    projectId: idOf("project").optional(),
    show: z.enum(complaintShows).default("open"),
    ...pageInput,
  }),
  output: z.object({ items: z.array(caseSummary), cursor: z.string().optional() }),
  run: async ({ projectId, show, limit, cursor }) => {
    if (projectId) {
      needReach(projectId);
      await needProject(projectId);
    }
    const reached = projectId ? [projectId] : reachedProjects();
    const wanted: Show = shows[show];
    const sources = wanted.states.flatMap((state) =>
      reached === "all"
        ? [sourceOf("gsi2", ["complaint"], state, wanted.fits)]
        : reached.map((id) => sourceOf("gsi1", [id, "complaint"], state, wanted.fits)),
    );
    const list = `complaints#${projectId ?? ""}#${show}`;
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

const sourceOf =
  (
    index: "gsi1" | "gsi2",
    partition: string[],
    state: State,
    fits = (_: CaseItem) => true,
  ): Source<CaseItem> =>
  async (after, limit) => {
    const between = [`${state}#`, `${state}#${after ? below(after) : "~"}`] as const;
    const found: CaseItem[] = [];
    let cursor: string | undefined;
    do {
      const page = await Case.query(index, partition, { between, limit, cursor, reverse: true });
      found.push(...page.items.filter(fits));
      cursor = page.cursor;
    } while (cursor && found.length < limit);
    return found.slice(0, limit);
  };
