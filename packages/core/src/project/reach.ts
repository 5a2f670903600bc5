import { useTenantId } from "../context";
import { needReach } from "../member/scope";
import { Project } from "./project.entity";

const known = new Set<string>();

/**
 * Throws `not_found` unless the acting tenant has this project and the actor works in it. Projects stay: once seen, a
 * process need not look again.
 */
export async function needProject(projectId: string) {
  needReach(projectId);
  const name = `${useTenantId()}#${projectId}`;
  if (known.has(name)) return;
  await Project.need({ projectId });
  if (known.size > 10_000) known.clear();
  known.add(name);
}
