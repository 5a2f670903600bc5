import { badRequest, conflict, notFound } from "../error";
import { Project } from "../project/project.entity";
import type { Work } from "../table/work";
import { Headquarters, type ProjectScope, type Trade } from "./member.entity";
import type { Role } from "./role";

/** What a member does and where; the part of a member that headquarters decides. */
export type Position = { role: Role; projectIds: ProjectScope; trade?: Trade };

/** Throws unless role, projects and trade go together and the projects are the tenant's own. */
export async function needPosition({ role, projectIds, trade }: Position) {
  if (role === "headquarters" && projectIds !== "all")
    throw badRequest("Headquarters works in all projects", "projectIds");
  if (role === "technician" && !trade) throw badRequest("A technician has a trade", "trade");
  if (role !== "technician" && trade) throw badRequest("Only technicians have a trade", "trade");
  if (projectIds === "all") return;
  const wanted = [...new Set(projectIds)];
  const found = await Project.batch(wanted.map((projectId) => ({ projectId })));
  if (found.length !== wanted.length) throw notFound();
}

/** Keeps the record of who is at headquarters; throws `conflict` rather than let it become empty. */
export async function keepHeadquarters(work: Work, memberId: string, belongs: boolean) {
  const headquarters = await Headquarters.need({});
  const { memberIds } = headquarters;
  if (memberIds.includes(memberId) === belongs) return;
  const next = belongs ? [...memberIds, memberId] : memberIds.filter((id) => id !== memberId);
  if (next.length === 0)
    throw conflict("This is the last member at headquarters; name another one first", "memberId");
  work.patch(Headquarters, headquarters, { memberIds: next });
}
