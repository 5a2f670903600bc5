import * as z from "zod";
import { categorySchema } from "../category/category.entity";
import { categoryTree } from "../category/current";
import { offeredIn } from "../category/tree";
import { useActor } from "../context";
import { forbidden, gone, notFound } from "../error";
import { Project } from "../project/project.entity";
import { tenantProfile } from "../tenant/profile";
import { verb } from "../verb";
import { type DraftItem, draftEnd, ReportDraft } from "./draft.entity";

/** The project whose QR code let this resident in. Throws `not_found` for any other link. */
export async function reportedProject() {
  const actor = useActor();
  if (actor.type !== "resident") throw forbidden();
  return Project.need({ projectId: actor.subjectId });
}

/** The project's draft. Throws `not_found` for another project's, `gone` once its time is over. */
export async function needDraft(draftId: string, now: string): Promise<DraftItem> {
  const [project, draft] = await Promise.all([reportedProject(), ReportDraft.need({ draftId })]);
  if (draft.projectId !== project.projectId) throw notFound();
  if (!draft.done && draftEnd(draft) <= now) throw gone("This report was not finished in time");
  return draft;
}

/** Where one reports to: what stands above the form, and whom to call when it cannot wait. */
export const getReportDesk = verb({
  name: "report.desk",
  may: "resident",
  input: z.strictObject({}),
  output: z.object({
    firm: z.string(),
    project: z.string(),
    phone: z.string().optional(),
    /** What may be reported, kind by kind. */
    topics: z.array(categorySchema.pick({ kind: true, code: true, names: true })),
  }),
  run: async () => {
    const [{ name: firm }, { name: project, phone, kind }, tree] = await Promise.all([
      tenantProfile(),
      reportedProject(),
      categoryTree(),
    ]);
    return { firm, project, phone: phone || undefined, topics: offeredIn(tree, kind) };
  },
});
