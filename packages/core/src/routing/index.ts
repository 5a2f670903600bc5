import * as z from "zod";
import { categoryOf } from "../category/current";
import { instant, isoNow } from "../clock";
import { badRequest, notFound } from "../error";
import { idOf } from "../id";
import { Member, type MemberItem } from "../member/index";
import { trade } from "../member/member.entity";
import { Project } from "../project/project.entity";
import { needProject } from "../project/reach";
import { Roster } from "../roster/roster.entity";
import { categoryCode, ticketKind } from "../ticket/kind";
import { verb } from "../verb";
import { decide, faultOf } from "./decide";
import { type Fault, faults } from "./fault";
import { type Rule, ruleSchema } from "./rule";
import { forgetRules, mostRules, RoutingRules, routingRules } from "./rules.entity";

/** The rules in their order. `fault`: what keeps one from giving out tickets, in one of its projects at least. */
const view = z.object({
  items: z.array(
    ruleSchema.extend({
      memberName: z.string().optional(),
      rosterName: z.string().optional(),
      fault: z.enum(faults).optional(),
    }),
  ),
});

const rules = z
  .array(ruleSchema)
  .max(mostRules)
  .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, "names the same rule twice");

/** The firm's rules by which new tickets are given out. */
export const getRouting = verb({
  name: "routing.get",
  may: "project.read",
  input: z.strictObject({}),
  output: view,
  run: async () => shown((await RoutingRules.get({}))?.rules ?? []),
});

/** Sets all of the firm's rules, the first that fits going before the others. Tickets that are there stay as they are. */
export const setRouting = verb({
  name: "routing.set",
  may: "tenant.manage",
  input: z.strictObject({ rules }),
  output: view,
  run: async ({ rules: given }, work) => {
    await needKnown(given);
    const own = await RoutingRules.get({});
    if (own) work.patch(RoutingRules, own, { rules: given });
    else work.create(RoutingRules, { rules: given }, "race");
    work.onSettled((committed) => committed && forgetRules());
    work.about(work.tenantId);
    return shown(given);
  },
});

/** What would become of a ticket by the rules: nothing where none fits. */
export const tryRouting = verb({
  name: "routing.try",
  may: "project.read",
  input: z.strictObject({
    projectId: idOf("project"),
    kind: ticketKind,
    category: categoryCode,
    at: instant.optional(),
  }),
  output: z.object({
    rule: z.string().optional(),
    trade: trade.optional(),
    assigneeId: z.string().optional(),
    assigneeName: z.string().optional(),
    orElse: z.array(z.string()).optional(),
    fault: z.enum(faults).optional(),
  }),
  run: async ({ at, ...asked }) => {
    await needProject(asked.projectId);
    return (await decide({ ...asked, at: at ?? isoNow() })) ?? {};
  },
});

/**
 * Rules name what there is. A person who was disabled since keeps their rule, a roster that was removed
 * its, so that others can be set beside it.
 */
async function needKnown(given: readonly Rule[]) {
  for (const [at, { kind, category }] of given.entries())
    if (kind && category && !(await categoryOf(kind, category)))
      throw badRequest("This kind has no such category", `rules.${at}.category`);
  const projectIds = unique(given.flatMap((rule) => (rule.projectIds === "all" ? [] : rule.projectIds)));
  const projects = await Project.batch(projectIds.map((projectId) => ({ projectId })));
  const memberIds = unique(given.flatMap(({ to }) => to.memberId ?? []));
  const members = await Member.batch(memberIds.map((memberId) => ({ memberId })));
  const rosterIds = unique(given.flatMap(({ to }) => to.rosterId ?? []));
  const rosters = await rostersOf(rosterIds);
  const before = (await routingRules()).flatMap(({ to }) => to.rosterId ?? []);
  const lost = rosterIds.some(
    (id) => !before.includes(id) && !rosters.some(({ rosterId }) => rosterId === id),
  );
  if (lost || projects.length < projectIds.length || members.length < memberIds.length) throw notFound();
}

const rostersOf = (rosterIds: readonly string[]) => Roster.batch(rosterIds.map((rosterId) => ({ rosterId })));

const unique = (ids: readonly string[]) => [...new Set(ids)];

async function shown(given: readonly Rule[]): Promise<z.output<typeof view>> {
  const keys = given.flatMap(({ to: { memberId } }) => (memberId ? [{ memberId }] : []));
  const members = keys.length > 0 ? await Member.batch(keys) : [];
  const rosters = await rostersOf(unique(given.flatMap(({ to }) => to.rosterId ?? [])));
  const items = given.map((rule) => {
    const { memberId, rosterId } = rule.to;
    const member = members.find((one) => one.memberId === memberId);
    const roster = rosters.find((one) => one.rosterId === rosterId);
    const fault = memberId
      ? faultIn(rule, member)
      : rosterId && !roster
        ? ("nobodyOnDuty" as const)
        : undefined;
    return { ...rule, memberName: member?.name, rosterName: roster?.name, fault };
  });
  return { items };
}

/** What keeps a rule's person from work in one of its projects at least. */
function faultIn({ projectIds }: Rule, member: MemberItem | undefined): Fault | undefined {
  if (projectIds === "all" && member?.projectIds !== "all") return faultOf(member, "");
  const wanted = projectIds === "all" ? [""] : projectIds;
  return wanted.map((projectId) => faultOf(member, projectId)).find((fault) => fault !== undefined);
}
