import { notFound } from "../error";
import { needReach } from "../member/scope";
import { seen } from "../seen";
import { Project } from "./project.entity";

const isProject = seen(async (projectId: string) => (await Project.get({ projectId })) !== undefined);

/** Throws `not_found` unless the acting tenant has this project and the actor works in it. Projects stay. */
export async function needProject(projectId: string) {
  needReach(projectId);
  if (!(await isProject(projectId, projectId))) throw notFound();
}
