import type { OutputOf } from "../../api/contract";

export type TicketDetail = OutputOf<"GET /tickets/{ticketId}">;
export type WorkOrder = TicketDetail["orders"][number];
type Allowed = TicketDetail["may"][number];

/** What a member can press on a ticket. The three outcomes of a callback are one thing to do. */
export type Deed =
  | Exclude<Allowed, "unreached" | "satisfied" | "unsatisfied" | "add" | "rate" | "confirm" | "takeOver">
  | "callback";

const order: readonly Deed[] = [
  "resume",
  "start",
  "accept",
  "complete",
  "assign",
  "callback",
  "arrive",
  "appoint",
  "pause",
  "contact",
  "split",
  "transfer",
  "refuse",
  "withdraw",
  "reopen",
  "correct",
  "edit",
  "void",
];

/** Never the one large button: what is done on the way, or undoes or corrects, is looked for, not offered. */
const minor: ReadonlySet<Deed> = new Set([
  ...(["arrive", "appoint", "pause", "contact", "split", "transfer"] as const),
  ...(["refuse", "withdraw", "reopen", "correct", "edit", "void"] as const),
]);

type Acted = Pick<TicketDetail, "may" | "state" | "assigneeId"> &
  Partial<Pick<TicketDetail, "orders" | "kind">>;

/**
 * What may be done with a ticket, the next step apart from the rest. A new ticket is dispatched first where one may
 * dispatch, but for a complaint, whose next step is its own; work that is another's to do is not offered as the next
 * step to who only may.
 */
export function deedsOf(ticket: Acted, memberId: string): { next: Deed | undefined; others: Deed[] } {
  const allowed = new Set<Deed>(ticket.may.flatMap((action) => deedOf(action) ?? []));
  // Who dispatches gives it to another by dispatching; what is taken back stands with the work orders.
  if (allowed.has("assign")) allowed.delete("transfer");
  allowed.delete("withdraw");
  // Who may correct anything needs no lesser way.
  if (allowed.has("correct")) allowed.delete("edit");
  if (unfinished(ticket) > 1) allowed.delete("assign");
  const deeds = order.filter((deed) => allowed.has(deed));
  const next = deeds.find((deed) => !minor.has(deed) && isNext(deed, ticket, memberId));
  return { next, others: deeds.filter((deed) => deed !== next) };
}

const finished: ReadonlySet<WorkOrder["state"]> = new Set(["done", "withdrawn"]);
const unfinished = ({ orders = [] }: Acted) => orders.filter(({ state }) => !finished.has(state)).length;

/** What may be done with one of several work orders, from its own line; who dispatches gives it to another so. */
export function deedsOfOrder({ may }: WorkOrder, ticket: Pick<TicketDetail, "may">): Deed[] {
  const dispatches = ticket.may.includes("assign");
  const deeds = may.flatMap((action) =>
    action === "transfer" && dispatches ? "assign" : (deedOf(action) ?? []),
  );
  return order.filter((deed) => deeds.includes(deed));
}

function isNext(deed: Deed, { kind, state, assigneeId, orders = [] }: Acted, memberId: string): boolean {
  const own = orders.find((one) => one.assigneeId === memberId && one.may.includes("complete"));
  const mine = assigneeId === memberId || own !== undefined;
  if (deed === "accept") return state !== "registered";
  if (deed === "assign") return state === "registered" && kind !== "complaint";
  if (deed === "complete") return mine && (own?.state ?? state) === "started";
  return true;
}

function deedOf(action: Allowed): Deed | undefined {
  if (action === "add" || action === "rate" || action === "confirm" || action === "takeOver")
    return undefined;
  if (action === "satisfied" || action === "unsatisfied" || action === "unreached") return "callback";
  return action;
}

type Step = TicketDetail["history"][number];

/** What others did since a member last looked at a ticket. */
export const stepsSince = (seen: TicketDetail, now: TicketDetail): readonly Step[] =>
  now.history.slice(seen.history.length);
