import * as z from "zod";
import { conflict, notFound } from "../error";
import { Member } from "../member/member.entity";
import { Project } from "../project/project.entity";
import { verb } from "../verb";
import { type Line, lineSchema, mostLines, Telephone } from "./telephone.entity";

const lines = z
  .array(lineSchema)
  .max(mostLines)
  .refine(
    (all) => new Set(all.map(({ extension }) => extension)).size === all.length,
    "names the same line twice",
  );

/** Sets who is at which line of the firm's telephone system: all lines at once. */
export const setLines = verb({
  name: "telephone.setLines",
  may: "tenant.manage",
  input: z.strictObject({ lines }),
  output: z.object({ lines: z.array(lineSchema) }),
  run: async ({ lines: given }, work) => {
    await needKnown(given);
    const before = await Telephone.get({});
    if (!before) throw conflict("No telephone system is connected");
    work.about(work.tenantId);
    return work.patch(Telephone, before, { lines: given });
  },
});

async function needKnown(given: readonly Line[]) {
  const projectIds = [...new Set(given.flatMap(({ projectId }) => projectId ?? []))];
  const memberIds = [...new Set(given.flatMap((line) => line.memberIds))];
  const [projects, members] = await Promise.all([
    Project.batch(projectIds.map((projectId) => ({ projectId }))),
    Member.batch(memberIds.map((memberId) => ({ memberId }))),
  ]);
  if (projects.length < projectIds.length || members.length < memberIds.length) throw notFound();
}
