import type { ApiName, OutputOf } from "../../api/contract";

export type ReplyDetail = OutputOf<"GET /replies/{replyId}">;
/** What a member can press on a letter; asking whether it arrived is one thing to do. */
export type Deed = Exclude<ReplyDetail["may"][number], "unreached">;

export const reviewSteps = [
  "projectManager",
  "propertyManager",
  "centreSupervisor",
  "department",
  "lawyer",
] as const;
export type SignStep = (typeof reviewSteps)[number] | "approver";

const order: readonly Deed[] = [
  "submit",
  "agree",
  "approve",
  "send",
  "confirm",
  "revise",
  "giveBack",
  "comment",
  "cameBack",
  "archive",
  "recall",
  "withdraw",
];
const main: ReadonlySet<Deed> = new Set(["submit", "agree", "approve", "send", "confirm"]);

/** What may be done with a letter, the next step apart from the rest. */
export function deedsOf({ may }: Pick<ReplyDetail, "may">): { next: Deed | undefined; others: Deed[] } {
  const allowed = new Set<string>(may);
  const deeds = order.filter((deed) => allowed.has(deed));
  const next = deeds.find((deed) => main.has(deed));
  return { next, others: deeds.filter((deed) => deed !== next) };
}

/** All that is read anew after a step on a letter. */
export const changedByReply: readonly ApiName[] = [
  "GET /replies",
  "GET /replies/{replyId}",
  "GET /reply-turns",
  "GET /reply-confirmations",
  "GET /tickets/{ticketId}/replies",
];
