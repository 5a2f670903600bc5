import { createLink } from "../link/link";
import { Project } from "../project/project.entity";
import { transactionLimit, Work } from "../table/work";
import type { ImportItem } from "./reading";

/** A project is written with its public link. */
const perTransaction = Math.floor(transactionLimit / 2);

/** Makes the projects that an import is to make and that are not there yet. Their ids were fixed when it started. */
export async function createProjects({ tenantId, targets }: ImportItem) {
  const wanted = targets.flatMap(({ name, projectId, kind }) =>
    projectId && kind ? [{ name, projectId, kind }] : [],
  );
  if (wanted.length === 0) return;
  const there = new Set((await Project.batch(wanted)).map(({ projectId }) => projectId));
  const missing = wanted.filter(({ projectId }) => !there.has(projectId));
  for (let start = 0; start < missing.length; start += perTransaction) {
    const work = new Work(tenantId);
    for (const { name, projectId, kind } of missing.slice(start, start + perTransaction)) {
      const reportToken = createLink(work, { kind: "report", subjectId: projectId });
      work.create(Project, { projectId, name, kind, reportToken, createdAt: work.now }, "race");
    }
    await work.commit();
  }
}
