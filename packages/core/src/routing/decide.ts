import { timingOf } from "../clocks/timing";
import { Member, type MemberItem, worksIn } from "../member/index";
import type { Trade } from "../member/member.entity";
import { rolePermissions } from "../member/role";
import type { Fault } from "./fault";
import { type Asked, ruleFor, type Target } from "./rule";
import { routingRules } from "./rules.entity";

/** To whom a rule gives a ticket, or why it cannot. */
export type Decision = {
  /** The rule's name. */
  rule: string;
  trade?: Trade;
  assigneeId?: string;
  assigneeName?: string;
  fault?: Fault;
};

/** Why a member cannot be given work in a project; undefined where they can. */
export function faultOf(member: MemberItem | undefined, projectId: string): Fault | undefined {
  if (member?.state !== "active") return "disabled";
  if (!worksIn(member, projectId)) return "elsewhere";
  return rolePermissions[member.role].has("ticket.work") ? undefined : "role";
}

async function handsOf({ trade, memberId }: Target, projectId: string): Promise<Omit<Decision, "rule">> {
  if (!memberId) return { trade };
  const member = await Member.get({ memberId });
  const fault = faultOf(member, projectId);
  return fault ? { fault } : { trade, assigneeId: memberId, assigneeName: member?.name };
}

/** What the firm's rules make of a ticket; undefined where none fits. Reads little, and nothing without rules. */
export async function decide(asked: Asked): Promise<Decision | undefined> {
  const rules = await routingRules();
  if (rules.length === 0) return undefined;
  const { hours } = await timingOf(asked.projectId);
  const rule = ruleFor(rules, asked, hours);
  return rule && { rule: rule.name, ...(await handsOf(rule.to, asked.projectId)) };
}
