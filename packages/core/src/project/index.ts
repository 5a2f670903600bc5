import * as z from "zod";
import { conflict } from "../error";
import { idOf, newId } from "../id";
import { createLink } from "../link/link";
import { linkUrl } from "../link/url";
import { needReach, reachedProjects } from "../member/scope";
import { emptied } from "../table/emptied";
import { verb } from "../verb";
import { Project, projectKinds, projectSchema } from "./project.entity";

export { Project, projectKinds, projectSchema };

const view = projectSchema.extend({ reportUrl: z.string() });
const shown = <P extends z.output<typeof projectSchema>>(project: P) => ({
  ...project,
  reportUrl: linkUrl("report", project.reportToken),
});

const fields = {
  name: projectSchema.shape.name,
  kind: projectSchema.shape.kind,
  address: projectSchema.shape.address,
  phone: projectSchema.shape.phone,
};

/** All projects of the tenant that the acting member works in, by name. */
export const listProjects = verb({
  name: "project.list",
  may: "project.read",
  input: z.strictObject({}),
  output: z.object({ items: z.array(view) }),
  run: async () => ({ items: (await projectsInReach()).map(shown) }),
});

/** The same for who needs no links; a project made this very moment may be missing where it is read less dearly. */
export async function projectsInReach(read: { consistent?: boolean } = {}) {
  const reached = reachedProjects();
  const items = [];
  for await (const project of Project.all("table", ["project"], read))
    if (reached === "all" || reached.includes(project.projectId)) items.push(project);
  return items.sort((a, b) => a.name.localeCompare(b.name, "zh-CN"));
}

/** One project. */
export const getProject = verb({
  name: "project.get",
  may: "project.read",
  input: z.strictObject({ projectId: idOf("project") }),
  output: view,
  run: async ({ projectId }) => {
    needReach(projectId);
    return shown(await Project.need({ projectId }));
  },
});

/** A new project, with the public link behind its QR code. */
export const createProject = verb({
  name: "project.create",
  may: "project.manage",
  input: z.strictObject(fields),
  output: view,
  run: async (input, work) => {
    const projectId = newId("project");
    const reportToken = createLink(work, { kind: "report", subjectId: projectId });
    const project = work.create(Project, { ...input, projectId, reportToken, createdAt: work.now });
    await refuseTwin(projectId, input.name);
    work.about(projectId, projectId);
    return shown(project);
  },
});

/** Corrects a project's particulars, null emptying a field. */
export const changeProject = verb({
  name: "project.change",
  may: "project.manage",
  input: z.strictObject({
    projectId: idOf("project"),
    name: fields.name.optional(),
    kind: fields.kind.optional(),
    address: fields.address.nullable(),
    phone: fields.phone.nullable(),
  }),
  output: view,
  run: async ({ projectId, ...changes }, work) => {
    needReach(projectId);
    const project = await Project.need({ projectId });
    if (changes.name) await refuseTwin(projectId, changes.name);
    work.about(projectId, projectId);
    return shown(work.patch(Project, project, emptied(changes)));
  },
});

/** Two projects of one name could not be told apart in an import. */
async function refuseTwin(projectId: string, name: string) {
  for await (const other of Project.all("table", ["project"]))
    if (other.projectId !== projectId && other.name === name)
      throw conflict("A project of this name exists", "name");
}
