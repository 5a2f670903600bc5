import { timingOf } from "../clocks/timing";
import { Member, type MemberItem, worksIn } from "../member/index";
import type { Trade } from "../member/member.entity";
import { rolePermissions } from "../member/role";
import { onDuty } from "../roster/duty";
import { Roster } from "../roster/roster.entity";
import { tenantZone } from "../tenant/zone";
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
  /** Who else of the roster is on duty; they take turns. */
  orElse?: string[];
  fault?: Fault;
};

/** Why a member cannot be given work in a project; undefined where they can. */
export function faultOf(member: MemberItem | undefined, projectId: string): Fault | undefined {
  if (member?.state !== "active") return "disabled";
  if (!worksIn(member, projectId)) return "elsewhere";
  return rolePermissions[member.role].has("ticket.work") ? undefined : "role";
}

type Hands = Omit<Decision, "rule">;

async function handsOf(target: Target, { projectId, at }: Asked, turn: number): Promise<Hands> {
  const { trade, memberId, rosterId } = target;
  if (rosterId) return dutyOf(rosterId, projectId, at, turn);
  if (!memberId) return { trade };
  const member = await Member.get({ memberId });
  const fault = faultOf(member, projectId);
  return fault ? { fault } : { trade, assigneeId: memberId, assigneeName: member?.name };
}

/** Those on duty take turns. */
async function dutyOf(rosterId: string, projectId: string, at: string, turn: number): Promise<Hands> {
  const roster = await Roster.get({ rosterId });
  const memberIds = roster ? onDuty(roster, at, await tenantZone()).sort() : [];
  const members = await Member.batch(memberIds.map((memberId) => ({ memberId })));
  const able = memberIds.flatMap(
    (memberId) => members.find((one) => one.memberId === memberId && !faultOf(one, projectId)) ?? [],
  );
  const next = able[turn % able.length];
  if (!next) return { fault: "nobodyOnDuty" };
  const orElse = able.flatMap((one) => (one === next ? [] : [one.name]));
  return { trade: roster?.trade, assigneeId: next.memberId, assigneeName: next.name, orElse };
}

/**
 * What the firm's rules make of a ticket; undefined where none fits. `turn` says whose turn it is where several are on
 * duty: any whole number that goes on by one. Reads little, and nothing without rules.
 */
export async function decide(asked: Asked, turn = 0): Promise<Decision | undefined> {
  const rules = await routingRules();
  if (rules.length === 0) return undefined;
  const { hours } = await timingOf(asked.projectId);
  const rule = ruleFor(rules, asked, hours);
  return rule && { rule: rule.name, ...(await handsOf(rule.to, asked, turn)) };
}
