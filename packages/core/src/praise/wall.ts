import * as z from "zod";
import { idOf } from "../id";
import { needReach, reachedProjects } from "../member/scope";
import { needProject } from "../project/reach";
import { pageInput } from "../table/page";
import { below, mergeLists, type Source } from "../ticket/merge";
import { verb } from "../verb";
import { Praise, type PraiseItem, praiseSchema, wallSort } from "./praise.entity";

const onWall = praiseSchema
  .pick({ ticketId: true, number: true, projectId: true, trade: true, members: true })
  .extend({ posted: praiseSchema.shape.posted.unwrap().omit({ by: true }) });

/** The praise that is posted, of the member's projects or of one of them, what was posted last first. */
export const listPraise = verb({
  name: "praise.list",
  may: "ticket.read",
  input: z.strictObject({ projectId: idOf("project").optional(), ...pageInput }),
  output: z.object({ items: z.array(onWall), cursor: z.string().optional() }),
  run: async ({ projectId, limit, cursor }) => {
    if (projectId) {
      needReach(projectId);
      await needProject(projectId);
    }
    const reached = projectId ? [projectId] : reachedProjects();
    const sources =
      reached === "all"
        ? [sourceOf("gsi2", ["praise"])]
        : reached.map((id) => sourceOf("gsi1", [id, "praise"]));
    const list = `praise#${projectId ?? ""}`;
    const page = await mergeLists({ list, sources, keyOf: wallSort, order: "descending", limit, cursor });
    const items = page.items.flatMap(({ posted, ...praise }) => (posted ? [{ ...praise, posted }] : []));
    return { items, cursor: page.cursor };
  },
});

const sourceOf =
  (index: "gsi1" | "gsi2", partition: string[]): Source<PraiseItem> =>
  async (after, limit) => {
    const between = ["0", after ? below(after) : "~"] as const;
    return (await Praise.query(index, partition, { between, limit, reverse: true })).items;
  };
