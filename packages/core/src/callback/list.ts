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

const dueView = callbackSchema
  .omit({ workerIds: true, toldAt: true, state: true, satisfiedIn: true })
  .extend({
    overdue: z.boolean(),
    /** The acting member had a part in the work: somebody else must call. */
    ownWork: z.boolean(),
  });
/** `also`: what else is due to whom the same call reaches, later than this one. */
const callView = dueView.extend({ also: z.array(dueView) });

/** More than anybody asks after in one call. */
const mostInOneCall = 20;

/**
 * Callbacks that are due in the member's projects or in one of them, earliest first; or only the overdue ones. What
 * one call to a resident serves stands together, at the place of the earliest: a page may be shorter for it.
 */
export const listCallbacks = verb({
  name: "callback.list",
  may: "callback.make",
  input: z.strictObject({
    projectId: idOf("project").optional(),
    overdue: z.stringbool().optional(),
    ...pageInput,
  }),
  output: z.object({ items: z.array(callView), cursor: z.string().optional() }),
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
    const calls = await Promise.all(page.items.map((one) => callOf(one, now)));
    return { ...page, items: calls.flat() };
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

/** A callback with what else its call serves; nothing for one that an earlier one's call serves. */
async function callOf(callback: CallbackItem, now: string) {
  const { projectId, reporterPhone, ticketId } = callback;
  const alone = [{ ...viewOf(callback, now), also: [] }];
  if (!reporterPhone) return alone;
  const place = [projectId, "callback", reporterPhone];
  const { items } = await Callback.query("gsi3", place, { limit: mostInOneCall });
  const at = items.findIndex((one) => one.ticketId === ticketId);
  if (at > 0) return [];
  return [{ ...viewOf(callback, now), also: items.slice(at + 1).map((one) => viewOf(one, now)) }];
}

function viewOf({ rating, ...callback }: CallbackItem, now: string) {
  const actor = useActor();
  const ownWork = actor.type === "member" && callback.workerIds.includes(actor.memberId);
  return { ...callback, overdue: callback.dueAt <= now, ownWork, rating: ownWork ? undefined : rating };
}
