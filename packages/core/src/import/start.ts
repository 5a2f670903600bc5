import * as z from "zod";
import { actorRef } from "../actor";
import { useActor } from "../context";
import { badRequest, conflict, forbidden } from "../error";
import { idOf, newId } from "../id";
import { rolePermissions } from "../member/role";
import { needReach, reachedProjects } from "../member/scope";
import { Project } from "../project/project.entity";
import { verb } from "../verb";
import { Import, ImportRun, importSchema, maxProjects, type Result, type Target } from "./import.entity";
import { type Found, ImportPreview } from "./preview.entity";
import type { ImportItem } from "./reading";
import { importAfter } from "./states";
import { importSummary, summaryOf } from "./view";
import { needImport } from "./visible";

const choice = z.union([idOf("project"), z.enum(["new", "skip"])]);
type Choice = z.output<typeof choice>;

/**
 * Starts taking a file in. `projects` says for each project the file names where it goes: to a project of the firm,
 * to a "new" one (houses only, for who may manage all projects), or nowhere ("skip"). Names that differ may go to one
 * project, such as a sheet for each building. The rows are taken in bit by bit from here on; `import.get` tells how
 * far it is.
 */
export const startImport = verb({
  name: "import.start",
  may: "import.run",
  input: z.strictObject({
    importId: importSchema.shape.importId,
    projects: z.record(z.string().max(60), choice),
  }),
  output: importSummary,
  run: async ({ importId, projects }, work) => {
    const item = await needImport(importId);
    const state = importAfter(item.state, "start");
    const preview = await ImportPreview.need({ importId });
    if (preview.tooManyProjects)
      throw badRequest(`One file may name at most ${maxProjects} projects`, "projects");
    const found = preview.projects.filter(({ good }) => good > 0);
    if (found.length === 0) throw badRequest("No row of this file can be taken in", "projects");
    const targets = await targetsOf(item, found, projects);
    const run = await ImportRun.need({ importId });
    work.about(
      importId,
      undefined,
      targets
        .map(({ name }) => name)
        .join(", ")
        .slice(0, 2_000),
    );
    const started = { state, targets, startedBy: actorRef(useActor()), startedAt: work.now };
    const results = targets.map((target) => emptyResult(item.kind, target));
    const next = work.patch(ImportRun, run, { results, dueAt: work.now });
    return summaryOf(work.patch(Import, item, started), next);
  },
});

async function targetsOf(
  { kind }: ImportItem,
  found: readonly Found[],
  chosen: Record<string, Choice>,
): Promise<Target[]> {
  const unknown = Object.keys(chosen).find((name) => found.every((project) => project.name !== name));
  if (unknown !== undefined) throw badRequest("The file names no such project", `projects.${unknown}`);
  const targets: Target[] = [];
  for (const { name, houses } of found) {
    const choice = Object.hasOwn(chosen, name) ? chosen[name] : undefined;
    if (choice === undefined) throw badRequest("Please choose where this goes", `projects.${name}`);
    if (choice === "skip") targets.push({ name });
    else if (choice === "new") targets.push(newTarget(kind, name, houses));
    else targets.push({ name, projectId: await reachedProject(choice) });
  }
  if (targets.every(({ projectId }) => projectId === undefined))
    throw badRequest("Everything would be left out", "projects");
  await refuseTwins(targets);
  return targets;
}

async function reachedProject(projectId: string): Promise<string> {
  needReach(projectId);
  await Project.need({ projectId });
  return projectId;
}

function newTarget(kind: ImportItem["kind"], name: string, houses: Found["houses"]): Target {
  if (kind === "arrears")
    throw badRequest("Arrears go to a project whose houses are there already", `projects.${name}`);
  const actor = useActor();
  const mayMake =
    actor.type === "system" || ("role" in actor && rolePermissions[actor.role].has("project.manage"));
  if (!mayMake || reachedProjects() !== "all") throw forbidden();
  return { name, projectId: newId("project"), kind: houses?.kind ?? "residential" };
}

/** Two projects of one name could not be told apart by the next file. */
async function refuseTwins(targets: readonly Target[]) {
  const made = new Set(targets.flatMap(({ name, kind }) => (kind ? [name] : [])));
  if (made.size === 0) return;
  for await (const { name } of Project.all("table", ["project"]))
    if (made.has(name)) throw conflict("A project of this name exists", `projects.${name}`);
}

function emptyResult(kind: ImportItem["kind"], { name, projectId }: Target): Result {
  const none = () => ({ created: 0, updated: 0, unchanged: 0 });
  if (!projectId) return { name, refused: 0 };
  if (kind === "houses")
    return { name, projectId, refused: 0, houses: none(), people: none(), areaHundredths: none() };
  const arrears = { created: 0, unchanged: 0, dueFen: 0, paidFen: 0, outstandingFen: 0 };
  return { name, projectId, refused: 0, arrears };
}
