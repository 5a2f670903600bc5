import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { asIfAt, plus } from "../clock";
import { withActor } from "../context";
import { sweepClocks } from "../escalation/index";
import { newId } from "../id";
import { metered } from "../table/client";
import { Work } from "../table/work";
import { ownDatabase } from "../testing/own-database";
import { type Cast, mintCast, report } from "./cast.testing";
import { fitting, groupOf, stateGroups } from "./filter";
import { listTickets } from "./index";
import { ticketChannels, ticketKinds, urgencies } from "./kind";
import { ticketIn } from "./made.testing";
import { mostLooked } from "./merge";
import { openStates, states } from "./states";
import { summaryOf } from "./summary";
import { Ticket, type TicketItem } from "./ticket.entity";

ownDatabase();
let cast: Cast;
beforeAll(async () => {
  cast = await mintCast();
});

type Asked = Parameters<typeof listTickets>[0];
const start = "2026-11-01T00:00:00.000Z";
const as = <T>(actor: Cast["desk"], body: () => T) => withActor(actor, body);

/** All pages, and how many there were. */
async function all(actor: Cast["desk"], asked: Asked, limit = 3) {
  const found: string[] = [];
  let [cursor, pages] = [undefined as string | undefined, 0];
  do {
    const page = await as(actor, () => listTickets({ ...asked, limit, cursor }));
    found.push(...page.items.map(({ ticketId }) => ticketId));
    cursor = page.cursor;
    pages++;
  } while (cursor);
  return { found, pages };
}

/** Stores tickets of a firm of their own, one a minute, made of what each says. */
async function stored(given: readonly (Partial<TicketItem> & Pick<TicketItem, "state">)[], at = start) {
  const own = await mintCast();
  const tickets: TicketItem[] = [];
  for (let from = 0; from < given.length; from += 50) {
    const work = new Work(own.tenantId);
    for (const [i, { state, ...more }] of given.slice(from, from + 50).entries()) {
      const createdAt = plus(at, { minutes: from + i });
      const ticketId = newId("ticket", Date.parse(createdAt));
      const { projectId } = own;
      tickets.push(work.create(Ticket, ticketIn(state, { projectId, ...more, ticketId, createdAt })));
    }
    await work.commit();
  }
  return { cast: own, tickets };
}

const idsOf = (tickets: readonly TicketItem[]) => tickets.map(({ ticketId }) => ticketId).reverse();

describe("the states a list may be asked for", () => {
  it("are all single ones, and groups that part what is open", () => {
    for (const state of states) expect(groupOf(state)).toEqual({ states: [state] });
    const parts = (["registered", "dispatched", "working", "paused"] as const).map(groupOf);
    expect([...new Set(parts.flatMap((one) => one.states))].sort()).toEqual([...openStates].sort());
    const fits = (state: TicketItem["state"], pausedAt?: string) =>
      parts.filter(
        ({ states: of, paused }) =>
          of.includes(state) && (paused === undefined || paused === (pausedAt !== undefined)),
      ).length;
    for (const state of openStates) expect(fits(state)).toBe(1);
    expect(fits("started", start)).toBe(1);
    expect(groupOf(undefined).states).toEqual(states);
  });
});

describe("a filter", () => {
  const one = fc.record({
    state: fc.constantFrom(...states),
    kind: fc.constantFrom(...ticketKinds),
    category: fc.constantFrom("leak", "lift"),
    urgency: fc.constantFrom(...urgencies),
    channel: fc.constantFrom(...ticketChannels),
    trade: fc.constantFrom(undefined, "engineering" as const, "cleaning" as const),
    reopenedCount: fc.constantFrom(0, 1),
    paused: fc.boolean(),
  });
  const filters = fc.record(
    {
      state: fc.constantFrom(...stateGroups),
      kind: fc.constantFrom(...ticketKinds),
      category: fc.constantFrom("leak", "lift"),
      urgency: fc.constantFrom(...urgencies),
      channel: fc.constantFrom(...ticketChannels),
      trade: fc.constantFrom("engineering" as const, "cleaning" as const),
      reopened: fc.boolean(),
    },
    { requiredKeys: [] },
  );

  it("lists just what fits it, newest first, in pages of any length", async () => {
    const given = fc.sample(one, 60);
    const { cast: own, tickets } = await stored(
      given.map(({ paused, state, ...more }) => ({
        ...more,
        state,
        pausedAt: paused && state === "started" ? start : undefined,
      })),
    );
    type Given = typeof filters extends fc.Arbitrary<infer F> ? F : never;
    const slowly = (filter: Given) => {
      const { state, reopened, ...same } = filter;
      const group = groupOf(state);
      return tickets.filter(
        (ticket) =>
          group.states.includes(ticket.state) &&
          (group.paused === undefined || group.paused === (ticket.pausedAt !== undefined)) &&
          (reopened === undefined || reopened === ticket.reopenedCount > 0) &&
          Object.entries(same).every(([name, value]) => ticket[name as keyof typeof same] === value),
      );
    };
    await fc.assert(
      fc.asyncProperty(filters, fc.integer({ min: 5, max: 30 }), async ({ reopened, ...filter }, limit) => {
        const asked = { ...filter, reopened: reopened === undefined ? undefined : String(reopened) };
        const { found } = await all(own.headquarters, asked, limit);
        expect(found).toEqual(idsOf(slowly({ ...filter, reopened })));
        const there = await all(own.desk, { ...asked, projectId: own.projectId }, limit);
        expect(there.found).toEqual(found);
      }),
      { numRuns: 12 },
    );
  });

  it("reads no more than what it shows where an index serves it", () => {
    expect(fitting({ state: "open", projectId: newId("project"), from: "2026-11-01" })).toBeUndefined();
    expect(fitting({ state: "working" })).toBeDefined();
    const open = summaryOf(ticketIn("registered", { kind: "repair" }));
    expect(fitting({ kind: "repair" })?.(open)).toBe(true);
    expect(fitting({ kind: "complaint" })?.(open)).toBe(false);
  });

  it("ends a page after so many looked at, and says that more may follow", async () => {
    const rest = Array.from({ length: mostLooked + 40 }, () => ({ state: "registered" as const }));
    const { cast: own, tickets } = await stored([{ state: "registered", category: "lift" }, ...rest]);
    const asked = { category: "lift", limit: 20 };
    const first = await as(own.headquarters, () => metered(() => listTickets(asked)));
    expect(first.result.items).toEqual([]);
    expect(first.result.cursor).toBeDefined();
    expect(first.spent.read).toBeLessThan(120);
    const { found, pages } = await all(own.headquarters, asked, 20);
    expect(found).toEqual([tickets[0]?.ticketId]);
    expect(pages).toBe(2);
    const plain = await as(own.headquarters, () => metered(() => listTickets({ state: "open", limit: 20 })));
    expect(plain.spent.read).toBeLessThanOrEqual(10);
  });

  it("takes the firm's own days, both included", async () => {
    // The 2nd of November in Shanghai begins at 16:00 of the 1st in UTC.
    const at = ["15:59", "16:00"].flatMap((time) => [
      `2026-11-01T${time}:00.000Z`,
      `2026-11-02T${time}:00.000Z`,
    ]);
    const own = await mintCast();
    const ids = new Map<string, string>();
    for (const one of at) ids.set(one, (await asIfAt(one, () => report(own))).ticketId);
    const on = async (asked: Asked) => (await all(own.headquarters, asked)).found;
    const second = ["2026-11-02T15:59:00.000Z", "2026-11-01T16:00:00.000Z"].map((one) => ids.get(one));
    expect(await on({ from: "2026-11-02", to: "2026-11-02" })).toEqual(second);
    expect(await on({ from: "2026-11-03" })).toEqual([ids.get("2026-11-02T16:00:00.000Z")]);
    expect(await on({ to: "2026-11-01" })).toEqual([ids.get("2026-11-01T15:59:00.000Z")]);
    expect(await on({ from: "2026-11-05", to: "2026-11-01" })).toEqual([]);
  });

  it("of what is overdue shows the longest ago first", async () => {
    const own = await mintCast();
    const at = (minutes: number) => plus(start, { minutes });
    const [old, young, lift] = [
      (await asIfAt(at(0), () => report(own))).ticketId,
      (await asIfAt(at(20), () => report(own))).ticketId,
      (await asIfAt(at(10), () => report(own, { category: "lift" }))).ticketId,
    ];
    await asIfAt(at(60), () => report(own));
    await asIfAt(at(61), sweepClocks);
    const late = (asked: Asked) => asIfAt(at(61), () => all(own.desk, { overdue: "true", ...asked }, 1));
    expect((await late({})).found).toEqual([old, lift, young]);
    expect((await late({ category: "lift" })).found).toEqual([lift]);
    expect((await late({ state: "completed" })).found).toEqual([]);
    expect((await late({ to: "2026-10-31" })).found).toEqual([]);
  });

  it("is refused where it says what is none", async () => {
    const refused = { code: "bad_request" };
    for (const bad of [{ from: "1999-01-01" }, { to: "soon" }, { category: "UPPER" }, { reopened: "maybe" }])
      await expect(as(cast.desk, () => listTickets(bad))).rejects.toMatchObject(refused);
  });

  it("knows nobody of another firm, nor a project out of reach", async () => {
    const unknown = { code: "not_found" };
    const nobody = { assigneeId: newId("member") };
    await expect(as(cast.desk, () => listTickets(nobody))).rejects.toMatchObject(unknown);
    const elsewhere = { projectId: cast.other.projectId };
    await expect(as(cast.technician, () => listTickets(elsewhere))).rejects.toMatchObject(unknown);
  });
});
