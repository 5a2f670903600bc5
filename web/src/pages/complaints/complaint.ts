import type { ApiName, OutputOf } from "../../api/contract";
import type { Tone } from "../../ui/StatusTag";
import { changedByDeeds } from "../tickets/ticketLists";

export type Complaint = OutputOf<"GET /tickets/{ticketId}/complaint">;
type Allowed = Complaint["may"][number];
/** What a member can press on a complaint; what becomes of its ticket is done there. */
export type Deed = Exclude<Allowed, "satisfied" | "again" | "void">;

const order: readonly Deed[] = [
  ...(["approve", "carryOut", "answer", "account", "propose", "investigate"] as const),
  ...(["giveBack", "escalate", "grade", "confide"] as const),
];
const main: ReadonlySet<Deed> = new Set(order.slice(0, 6));

/** What may be done with a complaint, the next step apart from the rest. */
export function deedsOf({ may }: Pick<Complaint, "may">): { next: Deed | undefined; others: Deed[] } {
  const deeds = order.filter((deed) => may.includes(deed));
  const next = deeds.find((deed) => main.has(deed));
  return { next, others: deeds.filter((deed) => deed !== next) };
}

export const stateTones: Record<Complaint["state"], Tone> = {
  registered: "warn",
  investigating: "active",
  proposed: "warn",
  approved: "active",
  carriedOut: "active",
  answered: "active",
  satisfied: "warn",
  closed: "good",
  void: "neutral",
};

export const severityTones: Record<Complaint["severity"], Tone> = {
  ordinary: "neutral",
  major: "warn",
  group: "bad",
};

export const causes = [
  ...(["attitude", "delay", "workmanship", "communication", "cleaning", "greening"] as const),
  ...(["security", "parking", "noise", "lift", "supply", "facilities"] as const),
  ...(["renovation", "fees", "neighbours", "other"] as const),
];
export type Cause = NonNullable<Complaint["cause"]>;

/** All that is read anew after a step on a complaint. */
export const changedByComplaint: readonly ApiName[] = changedByDeeds;
