import type { MemberActor } from "../actor";
import { isoNow } from "../clock";
import { withActor } from "../context";
import { newId } from "../id";
import { newToken } from "../link/link";
import type { Role } from "../member/role";
import { Project } from "../project/project.entity";
import { Work } from "../table/work";
import { Tenant } from "../tenant/tenant.entity";

/** A firm of a test's own, so that tests never meet: its tenant, one project, and people to act as. */
export async function mintTenant(name = "测试物业") {
  const tenantId = newId("tenant");
  const work = new Work(tenantId);
  work.create(Tenant, { tenantId, name, locale: "zh-CN", zone: "Asia/Shanghai", createdAt: isoNow() });
  const project = mintProject(work, "翠湖花园");
  await work.commit();
  return {
    tenantId,
    projectId: project.projectId,
    project,
    member: (role: Role = "headquarters", projectIds: string[] | "all" = "all"): MemberActor => ({
      type: "member",
      tenantId,
      memberId: newId("member"),
      userId: newId("user"),
      name: `测试${role}`,
      role,
      projectIds,
    }),
    /** Runs as a member with this role in all projects. */
    as: <T>(role: Role, body: () => T): T =>
      withActor(
        {
          type: "member",
          tenantId,
          memberId: newId("member"),
          userId: newId("user"),
          name: role,
          role,
          projectIds: "all",
        },
        body,
      ),
    asSystem: <T>(body: () => T): T => withActor({ type: "system", tenantId }, body),
  };
}

/** Adds a project to the work. */
export const mintProject = (work: Work, name: string) =>
  work.create(Project, {
    projectId: newId("project"),
    name,
    kind: "residential",
    reportToken: newToken(),
    createdAt: isoNow(),
  });
