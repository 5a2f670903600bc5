import * as z from "zod";
import { isoNow } from "../clock";
import { useActor } from "../context";
import { idOf } from "../id";
import { needReach, reachedProjects } from "../member/scope";
import { needProject } from "../project/reach";
import { pageInput } from "../table/page";
import { mergeLists, type Source } from "../ticket/merge";
import { verb } from "../verb";
import { Callback, type CallbackItem, callbackSchema } from "./callback.entity";

const dueView = callbackSchema.omit({ workerIds: true, toldAt: true, state: true }).extend({
  overdue: z.boolean(),
  /** The acting member had a part in the work: somebody else must call. */
  ownWork: z.boolean(),
});

/** Callbacks that are due in the member's projects or in one of them, earliest first; or only the overdue ones. */
export const listCallbacks = verb({
  name: "callback.list",
  may: "callback.make",
  input: z.strictObject({
    projectId: idOf("project").optional(),
    overdue: z.stringbool().optional(),
    ...pageInput,
  }),
  output: z.object({ items: z.array(dueView), cursor: z.string().optional() }),
  run: async ({ projectId, overdue = false, limit, cursor }) => {
    if (projectId) {
      needReach(projectId);
      await needProject(projectId);
    }
    const now = isoNow();
    const page = await mergeLists({
      list: `callbacks#${projectId ?? ""}#${overdue}`,
      sources: sourcesOf(projectId).map((source) => source(overdue ? now : undefined)),
      keyOf: ({ dueAt, ticketId }) => `${dueAt}#${ticketId}`,
      order: "ascending",
      limit,
      cursor,
    });
    return { ...page, items: page.items.map((one) => viewOf(one, now)) };
  },
});

type SourceUntil = (until: string | undefined) => Source<CallbackItem>;

function sourcesOf(projectId: string | undefined): SourceUntil[] {
  const reached = projectId ? [projectId] : reachedProjects();
  if (reached === "all") return [sourceOf("gsi2", ["callback"])];
  return reached.map((one) => sourceOf("gsi1", [one, "callback"]));
}

const sourceOf =
  (index: "gsi1" | "gsi2", partition: string[]): SourceUntil =>
  (until = "~") =>
  async (after, limit) => {
    if (after && after >= until) return [];
    const page = await Callback.query(index, partition, {
      between: [after ? `${after} ` : "0", until],
      limit,
    });
    return page.items;
  };

function viewOf(callback: CallbackItem, now: string) {
  const actor = useActor();
  return {
    ...callback,
    overdue: callback.dueAt <= now,
    ownWork: actor.type === "member" && callback.workerIds.includes(actor.memberId),
  };
}
