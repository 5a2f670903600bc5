import * as z from "zod";
import { reachedProjects } from "../member/scope";
import { Project } from "../project/project.entity";
import type { ItemOf } from "../table/entity";
import { ImportRefusal, ImportRun, importSchema, type Late, resultSchema } from "./import.entity";
import { ImportPreview, type Problem, previewSchema, problemSchema, shownProblems } from "./preview.entity";
import type { RunItem } from "./progress";
import { headingOf, type ImportItem } from "./reading";
import { fieldsShown, wordsFor } from "./words";

const texts = z.object({ zh: z.string(), en: z.string() });
const projectShape = previewSchema.shape.projects.element.extend({
  /** A project of this name that the member works in. */
  projectId: z.string().optional(),
});

/** An import as members see it in a list; `progress` counts rows of data. */
export const importSummary = importSchema.omit({ targets: true, matching: true, startedBy: true }).extend({
  progress: z.object({ done: z.int(), total: z.int(), refused: z.int() }),
  /** What each project named in the file came to so far; those left out have no projectId. */
  results: z.array(resultSchema),
});

/** One import with all there is to see of it. */
export const importView = importSummary.extend({
  matching: importSchema.shape.matching,
  /** The fields that columns may be matched to. */
  fields: z.array(texts.extend({ field: z.string(), required: z.boolean() })),
  preview: previewSchema
    .omit({ problems: true })
    .extend({ projects: z.array(projectShape) })
    .optional(),
  /** The first refused rows in the order of the file; all of them are in the file of refused rows. */
  problems: z.array(problemSchema),
  /** The words for all reasons that occur here, by their codes. */
  words: z.record(z.string(), texts),
});

type PreviewItem = ItemOf<typeof ImportPreview>;

/** An import and how far it is. */
export function summaryOf(item: ImportItem, run: RunItem | undefined): z.input<typeof importSummary> {
  const { reached = 0, refused = 0, results = [] } = run ?? {};
  return { ...item, progress: { done: reached, total: item.total, refused }, results };
}

/** All there is to see of an import whose parts have been loaded. */
export async function viewOf(
  item: ImportItem,
  run: RunItem | undefined,
  preview: PreviewItem | undefined,
  late: readonly Late[] = [],
): Promise<z.input<typeof importView>> {
  // Some rows that do not fit are known before and are recorded again as they are met.
  const all = [...late.map((one) => lateProblem(one, preview)), ...(preview?.problems ?? [])];
  const problems = [...new Map(all.map((problem) => [problem.n, problem])).values()]
    .sort((a, b) => a.n - b.n)
    .slice(0, shownProblems);
  const reasons = (preview?.sheets ?? []).flatMap((sheet) => sheet.reasons.map(({ reason }) => reason));
  return {
    ...summaryOf(item, run),
    matching: item.matching,
    fields: fieldsShown(item.kind),
    preview: item.state === "preview" && preview ? await withSuggestions(preview) : undefined,
    problems,
    words: wordsFor([...reasons, ...problems.map(({ reason }) => reason)]),
  };
}

function lateProblem(
  { n, sheet, row, field, reason, value, house }: Late,
  preview: PreviewItem | undefined,
): Problem {
  const column = headingOf(preview?.sheets ?? [], sheet, field);
  return { n, sheet, row, column, reason, value, house, more: 0 };
}

async function withSuggestions(preview: PreviewItem) {
  const reached = reachedProjects();
  const ids = new Map<string, string>();
  for await (const { name, projectId } of Project.all("table", ["project"]))
    if (reached === "all" || reached.includes(projectId)) ids.set(name, projectId);
  return {
    ...preview,
    projects: preview.projects.map((found) => ({ ...found, projectId: ids.get(found.name) })),
  };
}

/** Loads what belongs to an import and shows it. The list of problems waits until the numbers stand still. */
export async function loadView(item: ImportItem) {
  const { importId, state } = item;
  if (state === "running") return viewOf(item, await ImportRun.get({ importId }), undefined);
  const [run, preview, late] = await Promise.all([
    ImportRun.get({ importId }),
    ImportPreview.get({ importId }),
    ImportRefusal.query("table", [importId], { begins: "refusal#", limit: shownProblems }),
  ]);
  return viewOf(item, run, preview, late.items);
}
