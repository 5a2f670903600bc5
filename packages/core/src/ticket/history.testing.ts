import fc from "fast-check";
import { answersCallback, wantsCallback } from "../callback/policy";
import { plus } from "../clock";
import { usualTiming } from "../clocks/timing";
import { DomainError } from "../error";
import { newId } from "../id";
import { newToken } from "../link/link";
import { changesBy } from "./changes";
import { nextState } from "./party";
import { born } from "./register";
import { isRepeat } from "./repeat";
import { type Action, actions, parties, type State } from "./states";
import type { TicketItem } from "./ticket.entity";

/** Something that happened to a ticket, as a bystander would note it. */
export type Happening = {
  ticketId: string;
  action: Action | "register";
  at: string;
  to: State;
  score?: number;
  index?: number;
};
export type History = { tickets: TicketItem[]; happenings: Happening[] };

const kinds = ["repair", "repair", "repair", "complaint", "praise", "inquiry", "emergency"] as const;
const hour = 60;
const day = 24 * hour;
/** Minutes on either side of every bound there is: 5 and 30 minutes, 24 hours, 2, 7 and 30 days. */
const waits = [0, 4, 5, 6, 29, 31, hour, 23 * hour, day, 25 * hour, 2 * day, 3 * day, 7 * day, 8 * day];
const starts = [0, 1, day, 9 * day, 29 * day, 30 * day, 31 * day, 32 * day, 38 * day, 60 * day, 90 * day];

/** What a test's people will try to do with one ticket; much of it is work done, called back and reopened. */
const script = fc.record({
  kind: fc.constantFrom(...kinds),
  category: fc.constantFrom("other", "other", "service"),
  urgency: fc.constantFrom("ordinary" as const, "urgent" as const),
  house: fc.constantFrom("A" as const, "A" as const, "B" as const),
  reachable: fc.constantFrom(true, true, true, false),
  channel: fc.constantFrom("call" as const, "online" as const),
  /** Minutes after the beginning. */
  registered: fc.constantFrom(...starts),
  tries: fc.array(
    fc.record({
      action: fc.oneof(
        { weight: 1, arbitrary: fc.constantFrom(...actions.filter((one) => one !== "void")) },
        {
          weight: 2,
          arbitrary: fc.constantFrom("complete", "complete", "answer", "satisfied", "unsatisfied", "reopen"),
        },
        { weight: 1, arbitrary: fc.constantFrom("assign", "accept", "split", "rate", "confirm") },
      ) as fc.Arbitrary<Action>,
      wait: fc.constantFrom(...waits),
      score: fc.integer({ min: 1, max: 5 }),
      index: fc.integer({ min: 0, max: 2 }),
    }),
    { maxLength: 14 },
  ),
  voided: fc.constantFrom(false, false, false, false, true),
});
export const scripts = fc.array(script, { minLength: 1, maxLength: 12 });
type Script = typeof script extends fc.Arbitrary<infer S> ? S : never;

const callbacks: ReadonlySet<Action> = new Set(["unreached", "satisfied", "unsatisfied"]);
/** Whether there is a callback to make: none is wanted of everything, and a satisfied complaint waits to be closed. */
function waitsForCall({ completions }: TicketItem) {
  const last = completions.at(-1);
  return last?.callbackWanted === true && last.reachedAt === undefined;
}

type Pending = { at: string; order: number; run: () => void };

/**
 * Plays scripts in the order of time, by the very table and changes the verbs use, without a database; what the
 * table refuses does not happen.
 */
export function play(all: readonly Script[], projectId: string, tenantId: string, from: string): History {
  const houses = { A: newId("house"), B: newId("house") };
  const tickets = new Map<string, TicketItem>();
  const happenings: Happening[] = [];
  const pending: Pending[] = [];
  all.forEach((one, i) => {
    const ticketId = newId("ticket");
    let at = plus(from, { minutes: one.registered, seconds: i });
    const registeredAt = at;
    pending.push({ at, order: pending.length, run: () => register(one, ticketId, registeredAt) });
    if (one.voided) {
      const later = plus(at, { minutes: waits[i] ?? 0 });
      const run = () => attemptAt(ticketId, { action: "void", wait: 0, score: 1, index: 0 }, later);
      pending.push({ at: later, order: pending.length, run });
    }
    for (const attempt of one.tries) {
      at = plus(at, { minutes: attempt.wait });
      const now = at;
      pending.push({ at, order: pending.length, run: () => attemptAt(ticketId, attempt, now) });
    }
  });
  pending.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.order - b.order));
  for (const { run } of pending) run();
  return { tickets: [...tickets.values()], happenings };

  function register(one: Script, ticketId: string, at: string) {
    const houseId = one.reachable ? houses[one.house] : undefined;
    const category = one.kind === "repair" && one.category === "service" ? "plumbing" : one.category;
    const input = { ...one, houseId, projectId, category, words: "x" };
    const ticket: TicketItem = {
      ...born({ ...input, photos: [], reporter: {} }, at, usualTiming()),
      ticketId,
      tenantId,
      rev: 1,
      number: newToken(),
      reporter: { name: "x", locale: "zh-CN" },
      registeredBy: "system",
      registeredByName: "x",
      completions: [],
      workerIds: [],
      repeatOf: [],
      repeatedBy: [],
      reopenedCount: 0,
    };
    for (const earlier of [...tickets.values()])
      if (isRepeat(earlier, ticket)) {
        tickets.set(earlier.ticketId, { ...earlier, repeatedBy: [...earlier.repeatedBy, ticketId] });
        ticket.repeatOf = [...ticket.repeatOf, earlier.ticketId];
      }
    tickets.set(ticketId, ticket);
    happenings.push({ ticketId, action: "register", at, to: "registered" });
  }

  function attemptAt(ticketId: string, { action, score, index }: Script["tries"][number], at: string) {
    const ticket = tickets.get(ticketId);
    if (!ticket || ticket.state === "void") return;
    if (action === "confirm" && !answersCallback(ticket, { index, score, at })) return;
    if (callbacks.has(action) && !waitsForCall(ticket)) return;
    if (action === "rate" && (!ticket.completions[index] || ticket.completions[index].rating)) return;
    const facts = {
      at,
      by: newId("member"),
      byName: "x",
      timing: usualTiming(),
      note: "x",
      trade: "cleaning" as const,
      score,
      index,
    };
    const completion = ticket.completions.length + 1;
    const callbackWanted = wantsCallback({ ...ticket, completion, paid: false });
    try {
      const to = nextState(ticket, action, new Set(parties), facts, callbackWanted ? "completed" : "closed");
      const changes = changesBy(action, ticket, to, { ...facts, callbackWanted });
      tickets.set(ticketId, { ...ticket, ...changes, rev: ticket.rev + 1 });
      if (action === "void") forget(ticketId);
      happenings.push({ ticketId, action, at, to, score, index });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }

  function forget(ticketId: string) {
    for (const [id, one] of tickets)
      tickets.set(id, { ...one, repeatedBy: one.repeatedBy.filter((by) => by !== ticketId) });
  }
}
