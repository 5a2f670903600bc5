import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plus } from "../clock";
import { dueOf, usualTiming } from "../clocks/timing";
import { newId } from "../id";
import { Work } from "../table/work";
import { mintTenant } from "../testing/tenant";
import { type Happening, type History, play, scripts } from "../ticket/history.testing";
import { Ticket, type TicketItem } from "../ticket/ticket.entity";
import { total } from "./counted.entity";
import { fold } from "./fold";
import { recount } from "./recount";
import type { Cell } from "./sheet";
import { gridOf, readSheet } from "./sheet.entity";
import { ticketCells } from "./ticket.cells";

const zone = "Asia/Shanghai";
const from = "2026-10-20T00:00:00.000Z";
type Numbers = Record<string, number>;

/** "2026/11 created" → how many: what the record-wise cells say. */
function counted(tickets: readonly TicketItem[]): Numbers {
  const cells = tickets.flatMap((ticket) => ticketCells.cells(ticket, zone));
  return named(
    Object.entries(total(cells)).map(([name, amount]) => {
      const [, scope = "", , row = "", column = ""] = name.split("|");
      return { scope, row, column, amount };
    }),
  );
}

const named = (cells: Pick<Cell, "scope" | "row" | "column" | "amount">[]): Numbers =>
  Object.fromEntries(cells.map(({ scope, row, column, amount }) => [`${scope}/${row} ${column}`, amount]));

/** UTC+8 without a library: the second opinion on local months. */
const localMonth = (at: string) =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 7).replace("-", "/");

/**
 * figures.md, Service, told once more from what happened, one definition after the other and with no regard to cost
 * or to how tickets are stored.
 */
function slowly({ tickets, happenings }: History): Numbers {
  const numbers: Numbers = {};
  const add = (at: string, column: string) => {
    const name = `${localMonth(at)} ${column}`;
    numbers[name] = (numbers[name] ?? 0) + 1;
  };
  const of = (ticketId: string) => happenings.filter((one) => one.ticketId === ticketId);
  for (const ticket of tickets) if (of(ticket.ticketId).at(-1)?.to !== "void") countOne(ticket);
  return numbers;

  function countOne(ticket: TicketItem) {
    const events = of(ticket.ticketId);
    const first = events[0]?.at ?? "";
    const state = events.at(-1)?.to;
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
    for (const round of roundsOf(events)) countRound(ticket, round);
    countStanding(ticket, events);
  }

  function countRound(ticket: TicketItem, { since, events }: Round) {
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
    const done = events.findLast(isDoing);
    const undone = done && events.slice(events.indexOf(done)).some(isReopening);
    if (done && !undone) {
      add(done.at, "completed");
      if (ticket.kind === "repair") add(done.at, "repairsCompleted");
      if (tickets.some((later) => isFollowedBy(ticket, later))) add(done.at, "repairsRepeated");
    }
    const closings = events.filter(({ action, to }) => to === "closed" && action !== "rate");
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
        const history = play(given, newId("project"), newId("tenant"), from);
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
        const history = play(given, firm.projectId, firm.tenantId, from);
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
      "2026/10 completionDue",
      "2026/10 created",
      "2026/10 responseDue",
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
  const numbers: Numbers = {};
  for (const scope of ["2026", "2027"])
    for (const { row, column, value } of gridOf(await readSheet(scope, projectId), "service").nonZero())
      numbers[`${scope}/${row} ${column}`] = value;
  return numbers;
}
