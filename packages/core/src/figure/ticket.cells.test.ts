import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plus } from "../clock";
import { dueOf, usualTiming } from "../clocks/timing";
import { newId } from "../id";
import { Work } from "../table/work";
import { mintTenant } from "../testing/tenant";
import { type Happening, type History, play, scripts } from "../ticket/history.testing";
import { Ticket, type TicketItem } from "../ticket/ticket.entity";
import { Breakdown, cellsIn } from "./breakdown.entity";
import { parseCell, total } from "./counted.entity";
import { fold } from "./fold";
import { recount } from "./recount";
import type { Cell } from "./sheet";
import { gridOf, readSheet } from "./sheet.entity";
import { ticketCells } from "./ticket.cells";

const zone = "Asia/Shanghai";
const from = "2026-10-20T00:00:00.000Z";
type Numbers = Record<string, number>;

/** "service 2026 11 created" → how many: what the record-wise cells say. */
function counted(tickets: readonly TicketItem[]): Numbers {
  const cells = tickets.flatMap((ticket) => ticketCells.cells(ticket, zone));
  return named(Object.entries(total(cells)).map(([name, amount]) => parseCell(name, amount)));
}

const named = (cells: readonly Cell[]): Numbers =>
  Object.fromEntries(
    cells.map(({ family, scope, row, column, amount }) => [[family, scope, row, column].join(" "), amount]),
  );

/** UTC+8 without a library: the second opinion on local months. */
const local = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000);
const localMonth = (at: string) => local(at).toISOString().slice(0, 7);

/** What is told apart by category and trade as well. */
const apart = [
  ...["created", "closedOfCreated", "completionDue", "completionOnTime"],
  ...["repairsCompleted", "repairsRepeated", "closed", "reopened"],
];
const hands = ["engineering", "cleaning", "front_desk", undefined] as const;

/** Plays scripts, with the work in different hands. */
function played(...[given, ...rest]: Parameters<typeof play>): History {
  const { tickets, happenings } = play(given, ...rest);
  return { tickets: tickets.map((one, i) => ({ ...one, trade: hands[i % hands.length] })), happenings };
}

/**
 * figures.md, Service, told once more from what happened, one definition after the other and with no regard to cost
 * or to how tickets are stored.
 */
function slowly({ tickets, happenings }: History): Numbers {
  const numbers: Numbers = {};
  const one = (name: string) => {
    numbers[name] = (numbers[name] ?? 0) + 1;
  };
  const addOf =
    ({ kind, category, trade }: TicketItem) =>
    (at: string, column: string) => {
      one(`service ${localMonth(at).replace("-", " ")} ${column}`);
      if (!apart.includes(column)) return;
      one(`category ${localMonth(at)} ${kind}/${category} ${column}`);
      one(`trade ${localMonth(at)} ${trade ?? "none"} ${column}`);
    };
  const of = (ticketId: string) => happenings.filter((one) => one.ticketId === ticketId);
  for (const ticket of tickets) if (of(ticket.ticketId).at(-1)?.to !== "void") countOne(ticket);
  return numbers;

  function countOne(ticket: TicketItem) {
    const events = of(ticket.ticketId);
    const first = events[0]?.at ?? "";
    const state = events.at(-1)?.to;
    const add = addOf(ticket);
    const weekday = ["7", "1", "2", "3", "4", "5", "6"][local(first).getUTCDay()];
    one(`heat ${localMonth(first)} ${weekday} ${local(first).toISOString().slice(11, 13)}`);
    add(first, "created");
    if (state === "closed") add(first, "closedOfCreated");
    if (ticket.kind === "complaint") add(first, "complaints");
    if (ticket.kind === "complaint" && state === "closed") add(first, "complaintsClosed");
    const taken = events.find(({ action }) =>
      ["contact", "assign", "accept", "start", "complete", "answer"].includes(action),
    );
    const answerBy = plus(first, { minutes: 5 });
    add(answerBy, "responseDue");
    if (taken && taken.at <= answerBy) add(answerBy, "responseOnTime");
    const rounds = roundsOf(events);
    for (const round of rounds) countRound(ticket, round);
    countStanding(ticket, events);
    countLater(ticket, first, events, rounds);
  }

  function countLater(ticket: TicketItem, first: string, events: Happening[], rounds: Round[]) {
    const add = addOf(ticket);
    const spoken = ({ action }: Happening) => action === "contact" || action === "answer";
    const kept = (due: string | undefined, column: "verified" | "onSite" | "answered", ends: string[]) => {
      if (!due) return;
      add(due, `${column}Due`);
      if (ends.some((end) => end <= due)) add(due, `${column}OnTime`);
    };
    const clock = (name: "verified" | "onSite" | "answered", since: string) =>
      dueOf(usualTiming(), name, ticket, since);
    const at = (found: Happening | undefined) => (found ? [found.at] : []);
    const read = ticket.channel === "call" ? [first] : at(events.find(spoken));
    if (ticket.houseId) kept(clock("verified", first), "verified", [...read, ...at(events.find(isDoing))]);
    const last = rounds.at(-1);
    if (!last) return;
    const done = at(last.events.find(isDoing));
    kept(clock("onSite", last.since), "onSite", done);
    kept(clock("answered", last.since), "answered", [...at(last.events.find(spoken)), ...done]);
  }

  function countRound(ticket: TicketItem, { since, events }: Round) {
    const add = addOf(ticket);
    const due = dueOf(usualTiming(), "completion", ticket, since) ?? "";
    const done = events.find(isDoing);
    add(due, "completionDue");
    if (done && done.at <= due) add(due, "completionOnTime");
    if (!done || ticket.kind === "praise" || !ticket.houseId) return;
    const reached = events.find(({ action }) => ["satisfied", "unsatisfied", "confirm"].includes(action));
    add(done.at, "callbackWanted");
    if (reached) add(done.at, "callbackReached");
    if (reached && reached.at <= plus(done.at, { hours: 24 })) add(done.at, "callbackIn24h");
    if (reached && reached.action !== "unsatisfied") add(done.at, "callbackSatisfied");
  }

  function countStanding(ticket: TicketItem, events: Happening[]) {
    const add = addOf(ticket);
    const done = events.findLast(isDoing);
    const undone = done && events.slice(events.indexOf(done)).some(isReopening);
    if (done && !undone) {
      add(done.at, "completed");
      if (ticket.kind === "repair") add(done.at, "repairsCompleted");
      if (tickets.some((later) => isFollowedBy(ticket, later))) add(done.at, "repairsRepeated");
    }
    const closings = events.filter(
      ({ action, to }) => to === "closed" && action !== "rate" && action !== "correct",
    );
    const last = closings.at(-1);
    if (last) add(last.at, "closed");
    if (last && events.some(isReopening)) add(last.at, "reopened");
  }

  function isFollowedBy(ticket: TicketItem, later: TicketItem) {
    if (ticket.kind !== "repair" || later.kind !== "repair" || ticket === later) return false;
    if (!ticket.houseId || ticket.houseId !== later.houseId || ticket.category !== later.category)
      return false;
    if (of(later.ticketId).at(-1)?.to === "void") return false;
    const at = of(later.ticketId)[0]?.at ?? "";
    const before = happenings.slice(
      0,
      happenings.findIndex(({ ticketId }) => ticketId === later.ticketId),
    );
    const known = before.filter(({ ticketId }) => ticketId === ticket.ticketId);
    const turn = known.findLast((one) => one.action === "complete" || isReopening(one));
    return turn?.action === "complete" && Date.parse(at) - Date.parse(turn.at) <= 30 * 86_400_000;
  }
}

const isDoing = ({ action }: Happening) => action === "complete" || action === "answer";
const isReopening = ({ action }: Happening) => action === "reopen" || action === "unsatisfied";

type Round = { since: string; events: Happening[] };

/** The rounds of work: from the registration, or a reopening, up to the next reopening. */
function roundsOf(events: Happening[]): Round[] {
  const rounds: Round[] = [];
  let round: Round | undefined;
  for (const event of events) {
    round ??= begin(event);
    round.events.push(event);
    if (isReopening(event)) round = begin(event);
  }
  return rounds;

  function begin({ at }: Happening) {
    const next: Round = { since: at, events: [] };
    rounds.push(next);
    return next;
  }
}

describe("the service figures of tickets", () => {
  it("agree with the definitions told once more, over random histories", () => {
    fc.assert(
      fc.property(scripts, (given) => {
        const history = played(given, newId("project"), newId("tenant"), from);
        expect(counted(history.tickets)).toEqual(slowly(history));
      }),
      { numRuns: 150 },
    );
  });

  it("come out the same however the stream tells of the records", async () => {
    const order = fc.array(fc.nat(), { minLength: 30, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(scripts, order, fc.integer({ min: 1, max: 7 }), async (given, shuffle, size) => {
        const firm = await mintTenant();
        const history = played(given, firm.projectId, firm.tenantId, from);
        await firm.asSystem(() => store(history.tickets, shuffle, size));
        const kept = await firm.asSystem(() => keptNumbers(firm.projectId));
        expect(kept).toEqual(slowly(history));
        expect(await recount(firm.tenantId)).toMatchObject({ differences: [] });
      }),
      { numRuns: 8 },
    );
  });

  it("count a new ticket's clocks at once, and a void one nowhere", () => {
    const [repair] = play([{ ...plain, tries: [] }], newId("project"), newId("tenant"), from).tickets;
    expect(Object.keys(counted(repair ? [repair] : [])).sort()).toEqual([
      "category 2026-10 repair/other completionDue",
      "category 2026-10 repair/other created",
      // The 20th of October 2026 is a Tuesday; midnight in UTC is eight o'clock in Shanghai.
      "heat 2026-10 2 08",
      "service 2026 10 completionDue",
      "service 2026 10 created",
      "service 2026 10 responseDue",
      "service 2026 10 verifiedDue",
      "service 2026 10 verifiedOnTime",
      "trade 2026-10 none completionDue",
      "trade 2026-10 none created",
    ]);
    expect(counted(repair ? [{ ...repair, state: "void" }] : [])).toEqual({});
  });
});

const plain = {
  kind: "repair" as const,
  category: "other" as const,
  urgency: "ordinary" as const,
  house: "A" as const,
  reachable: true,
  channel: "call" as const,
  registered: 0,
  voided: false,
};

/** Writes tickets as they were at first and as they are in the end, folding keys in between and after, in pieces. */
async function store(tickets: readonly TicketItem[], shuffle: readonly number[], size: number) {
  const keys = tickets.map((ticket) => Ticket.key(ticket));
  for (const ticket of tickets) {
    const early = new Work(ticket.tenantId);
    const first = { ...ticket, state: "registered" as const, completions: [], closedAt: undefined };
    const stored = early.create(Ticket, first);
    await early.commit();
    await fold(keys.slice(0, 2));
    const late = new Work(ticket.tenantId);
    late.patch(Ticket, stored, ticket);
    await late.commit();
  }
  const told = [...keys, ...shuffle.flatMap((n) => keys.slice(n % keys.length, (n % keys.length) + 1))];
  const mixed = told
    .map((key, i) => ({ key, turn: shuffle[(i * 7) % shuffle.length] ?? 0 }))
    .sort((a, b) => a.turn - b.turn)
    .map(({ key }) => key);
  for (let start = 0; start < mixed.length; start += size) await fold(mixed.slice(start, start + size));
}

async function keptNumbers(projectId: string): Promise<Numbers> {
  const cells: Cell[] = [];
  for (const scope of ["2026", "2027"])
    for (const { row, column, value } of gridOf(await readSheet(scope, projectId), "service").nonZero())
      cells.push({ family: "service", scope, projectId, row, column, amount: value });
  for await (const month of Breakdown.all("table", ["breakdown"])) cells.push(...cellsIn(month));
  return named(cells);
}
