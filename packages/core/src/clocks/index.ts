import * as z from "zod";
import { firmScope } from "../calendar/calendar.entity";
import { categoryOf } from "../category/current";
import { badRequest } from "../error";
import { idOf } from "../id";
import { needProject } from "../project/reach";
import type { Work } from "../table/work";
import { verb } from "../verb";
import { lengthSchema, type Rule, ruleSchema, targetOf } from "./rule";
import { mostRules, OwnRules } from "./rules.entity";
import { forgetTimings } from "./timing";
import { usualRules } from "./usual";

/** Each rule that holds, with whose it is, and what would hold without it. */
const view = z.object({
  items: z.array(
    ruleSchema.extend({
      of: z.enum(["usual", "firm", "project"]),
      instead: lengthSchema.optional(),
    }),
  ),
});
type Row = z.output<typeof view>["items"][number];

/** The rules a firm or project sets instead of the usual ones, or beside them; each target once. */
const rules = z
  .array(ruleSchema)
  .max(mostRules)
  .refine((all) => new Set(all.map(targetOf)).size === all.length, "names the same tickets twice");
const ofProject = z.strictObject({ projectId: idOf("project") });

/** The firm's clocks. */
export const getFirmClocks = verb({
  name: "clocks.getFirm",
  may: "project.read",
  input: z.strictObject({}),
  output: view,
  run: async () => shown({ firm: await rulesOf(firmScope) }),
});

/** A project's clocks. */
export const getProjectClocks = verb({
  name: "clocks.getProject",
  may: "project.read",
  input: ofProject,
  output: view,
  run: async ({ projectId }) => {
    await needProject(projectId);
    return shown({ firm: await rulesOf(firmScope), project: await rulesOf(projectId) });
  },
});

/** Sets all of the firm's own rules; none restores the usual ones. Clocks that run keep their time. */
export const setFirmClocks = verb({
  name: "clocks.setFirm",
  may: "tenant.manage",
  input: z.strictObject({ rules }),
  output: view,
  run: async ({ rules: given }, work) => {
    await put(work, firmScope, given);
    work.about(work.tenantId);
    return shown({ firm: given });
  },
});

/** Sets all of a project's own rules; none lets it follow the firm's. Clocks that run keep their time. */
export const setProjectClocks = verb({
  name: "clocks.setProject",
  may: "project.manage",
  input: ofProject.extend({ rules }),
  output: view,
  run: async ({ projectId, rules: given }, work) => {
    await needProject(projectId);
    await put(work, projectId, given);
    work.about(projectId, projectId);
    return shown({ firm: await rulesOf(firmScope), project: given });
  },
});

const rulesOf = async (scope: string) => (await OwnRules.get({ scope }))?.rules ?? [];

/** Rules are for categories there are; one that was retired since keeps its rule. */
async function needKnown(given: Rule[]) {
  for (const [at, { kind, category }] of given.entries())
    if (kind && category && !(await categoryOf(kind, category)))
      throw badRequest("This kind has no such category", `rules.${at}.category`);
}

async function put(work: Work, scope: string, given: Rule[]) {
  await needKnown(given);
  const own = await OwnRules.get({ scope });
  if (own) work.patch(OwnRules, own, { rules: given });
  else work.create(OwnRules, { scope, rules: given }, "race");
  work.onSettled((committed) => committed && forgetTimings());
}

/** One rule for each target: the project's before the firm's before the usual. */
function shown(own: { firm: Rule[]; project?: Rule[] }) {
  const rows = new Map<string, Row>();
  const layers = { usual: usualRules, firm: own.firm, project: own.project ?? [] } as const;
  for (const of of ["usual", "firm", "project"] as const)
    for (const rule of layers[of]) {
      const before = rows.get(targetOf(rule));
      rows.set(targetOf(rule), { ...rule, of, instead: before && lengthOf(before) });
    }
  return { items: [...rows.values()] };
}

const lengthOf = ({ amount, unit, counting }: Rule) => ({ amount, unit, counting });
