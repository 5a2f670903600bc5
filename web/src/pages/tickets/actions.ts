import type { OutputOf } from "../../api/contract";

export type TicketDetail = OutputOf<"GET /tickets/{ticketId}">;
type Allowed = TicketDetail["may"][number];

/** What a member can press on a ticket. The three outcomes of a callback are one thing to do. */
export type Deed = Exclude<Allowed, "unreached" | "satisfied" | "unsatisfied" | "rate"> | "callback";

const order: readonly Deed[] = [
  "start",
  "accept",
  "complete",
  "assign",
  "callback",
  "contact",
  "refuse",
  "reopen",
  "edit",
  "void",
];

/** Never the one large button: giving back, undoing and correcting are looked for, not offered. */
const minor: ReadonlySet<Deed> = new Set(["contact", "refuse", "reopen", "edit", "void"]);

/**
 * What may be done with a ticket, the next step apart from the rest. A new ticket is dispatched first where one may
 * dispatch; work that is another's to do is not offered as the next step to who only may.
 */
export function deedsOf(
  { may, state, assigneeId }: Pick<TicketDetail, "may" | "state" | "assigneeId">,
  memberId: string,
): { next: Deed | undefined; others: Deed[] } {
  const allowed = new Set<Deed>(may.flatMap((action) => deedOf(action) ?? []));
  const deeds = order.filter((deed) => allowed.has(deed));
  const next = deeds.find((deed) => !minor.has(deed) && isNext(deed, state, assigneeId === memberId));
  return { next, others: deeds.filter((deed) => deed !== next) };
}

function isNext(deed: Deed, state: TicketDetail["state"], mine: boolean): boolean {
  if (deed === "accept") return state === "assigned";
  if (deed === "assign") return state === "registered";
  if (deed === "complete") return mine && state === "started";
  return true;
}

function deedOf(action: Allowed): Deed | undefined {
  if (action === "rate") return undefined;
  if (action === "satisfied" || action === "unsatisfied" || action === "unreached") return "callback";
  return action;
}

type Step = TicketDetail["history"][number];

/** What others did since a member last looked at a ticket. */
export const stepsSince = (seen: TicketDetail, now: TicketDetail): readonly Step[] =>
  now.history.slice(seen.history.length);
