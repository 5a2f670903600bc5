import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plus } from "../clock";
import { complaintIn } from "../complaint/made.testing";
import { states as complaintStates } from "../complaint/states";
import { newId } from "../id";
import { states as quoteStates } from "../quote/states";
import { completion, ticketIn } from "./made.testing";
import type { OrderItem } from "./order.entity";
import { type OrderState, orderStates, ticketStateOf } from "./order.states";
import { firstWords, happeningsOf } from "./progress.history";
import { offerOf } from "./progress.offer";
import { isOver, mayReopen, reopenUntil, type Standing, standingOf } from "./progress.status";
import { isOpen, type State, states } from "./states";
import { type StepItem, stepActions } from "./step.entity";
import type { TicketItem } from "./ticket.entity";

const now = "2026-11-21T02:00:00.000Z";
const soon = "2026-11-21T10:00:00.000Z";
const clocks = { createdAt: now, responseDueAt: "2026-11-21T02:05:00.000Z", completionDueAt: soon };

const ticketAt = (state: State, more: Partial<TicketItem> = {}) =>
  ticketIn(state, { ...clocks, trade: "engineering", ...more });
const order = (state: OrderState, more: Partial<OrderItem> = {}): OrderItem => ({
  ...{ ticketId: newId("ticket"), tenantId: newId("tenant"), projectId: newId("project"), rev: 1 },
  ...{ order: 1, dueAt: soon, state, ...more },
});
const tell = (ticket: TicketItem, orders: OrderItem[] = []) => standingOf({ ticket, orders, now });

describe("how a ticket stands, as its resident is told", () => {
  /** Every state of a ticket, and of its one order where it is at work. */
  const told: [State, OrderState | undefined, Partial<Standing>][] = [
    ["registered", undefined, { is: "received", next: "assign", by: clocks.responseDueAt }],
    ["registered", "refused", { is: "received", next: "assign", by: clocks.responseDueAt }],
    ["registered", "withdrawn", { is: "received", next: "assign", by: clocks.responseDueAt }],
    ["assigned", "waiting", { is: "assigned", trade: "engineering", next: "finish", by: soon }],
    ["accepted", "accepted", { is: "accepted", trade: "engineering", next: "finish", by: soon }],
    ["started", "arrived", { is: "arrived", trade: "engineering", next: "finish", by: soon }],
    ["started", "started", { is: "started", trade: "engineering", next: "finish", by: soon }],
    ["started", "paused", { is: "started", trade: "engineering", next: "finish", by: soon }],
    ["completed", "done", { is: "done", next: "callback", by: completion.callbackDueAt }],
    ["closed", "done", { is: "closed", next: "look", by: plus(completion.completedAt, { days: 7 }) }],
    ["void", "withdrawn", { is: "void", next: "nothing" }],
  ];
  it.each(told)("%s with its order %s", (state, its, wanted) => {
    expect(tell(ticketAt(state), its ? [order(its)] : [])).toEqual({ late: false, ...wanted });
  });

  it("leaves out no state of tickets, nor of orders", () => {
    expect(new Set(told.map(([state]) => state))).toEqual(new Set(states));
    expect(new Set(told.flatMap(([, its]) => its ?? []))).toEqual(new Set(orderStates));
    for (const [state, its] of told)
      if (its && isOpen(state)) expect(ticketStateOf([{ state: its }])).toBe(state);
  });

  it("names a visit that lies ahead, and no time that has passed", () => {
    const at = "2026-11-21T06:00:00.000Z";
    const visit = [order("accepted", { appointmentAt: at })];
    expect(tell(ticketAt("accepted"), visit)).toMatchObject({ next: "visit", by: at });
    expect(tell(ticketAt("started"), [order("started", { appointmentAt: at })])).toMatchObject({
      next: "finish",
    });
    const missed = [order("accepted", { appointmentAt: "2026-11-21T01:00:00.000Z" })];
    expect(tell(ticketAt("accepted"), missed)).toMatchObject({ next: "finish", by: soon });
    const late = tell(ticketAt("accepted", { completionDueAt: now }), [order("accepted")]);
    expect(late).toMatchObject({ next: "finish", late: true });
    expect(late.by).toBeUndefined();
  });

  it("promises no time while all work rests", () => {
    const paused = ticketAt("started", { pausedAt: now, completionDueAt: now });
    const rests = { is: "paused", trade: "engineering", next: "resume", late: false };
    expect(tell(paused, [order("paused")])).toEqual(rests);
    const pauses = [
      { from: now, to: now, reason: "内部", cause: "weather" as const },
      { from: now, reason: "内部", cause: "parts" as const },
    ];
    expect(tell(paused, [order("paused", { pauses })])).toEqual({ ...rests, cause: "parts" });
  });

  it("after the callback tells of the days in which it may be taken up again", () => {
    const closedAt = plus(now, { days: -1 });
    const done = { completions: [{ ...completion, reachedAt: closedAt, satisfied: true }], closedAt };
    expect(tell(ticketAt("closed", done))).toEqual({
      ...{ is: "closed", next: "look", by: plus(closedAt, { days: 7 }), late: false },
    });
    const unasked = { completions: [{ ...completion, callbackWanted: false }] };
    expect(tell(ticketAt("completed", unasked))).toMatchObject({ next: "rate" });
  });

  it("says where a duplicate went", () => {
    expect(tell(ticketAt("void", { duplicateOf: newId("ticket") }))).toMatchObject({ is: "merged" });
  });

  it.each(complaintStates)("of a complaint %s tells nothing of the way to its answer", (state) => {
    const { ticket, one: complaint } = complaintIn(state, {}, { ...clocks, assigneeId: newId("member") });
    const { is, next, trade } = standingOf({ ticket, orders: [order("started")], complaint, now });
    const wanted: Record<typeof state, Standing["is"]> = {
      ...{ registered: "received", investigating: "investigating", proposed: "investigating" },
      ...{ approved: "investigating", carriedOut: "investigating" },
      ...{ answered: "done", satisfied: "done", closed: "closed", void: "void" },
    };
    expect(is).toBe(wanted[state]);
    expect(trade).toBeUndefined();
    if (isOpen(ticket.state)) expect(next).toBe("answer");
  });

  it("never promises what has passed, whatever the clocks", () => {
    const instant = fc.integer({ min: -9_000, max: 9_000 }).map((minutes) => plus(now, { minutes }));
    const random = fc.record({
      state: fc.constantFrom(...states),
      its: fc.constantFrom(...orderStates),
      appointmentAt: fc.option(instant, { nil: undefined }),
      responseDueAt: instant,
      completionDueAt: instant,
      answerDueAt: fc.option(instant, { nil: undefined }),
      closedAt: instant,
      kind: fc.constantFrom("repair" as const, "complaint" as const),
    });
    fc.assert(
      fc.property(random, ({ state, its, appointmentAt, ...more }) => {
        const { by, late } = tell(ticketAt(state, more), [order(its, { appointmentAt })]);
        if (by !== undefined) expect(by > now).toBe(true);
        if (!isOpen(state)) expect(late).toBe(false);
      }),
    );
  });
});

describe("taking it up again", () => {
  const closedAt = "2026-11-22T00:00:00.000Z";
  const bound = "2026-11-29T00:00:00.000Z";
  const closed = ticketAt("closed", { closedAt });

  it("is let in for seven days to the millisecond, from the closing or, before, from the completion", () => {
    expect(reopenUntil(closed)).toBe(bound);
    expect(mayReopen(closed, bound)).toBe(true);
    expect(mayReopen(closed, "2026-11-28T23:59:59.999Z")).toBe(true);
    expect(mayReopen(closed, "2026-11-29T00:00:00.001Z")).toBe(false);
    const done = ticketAt("completed", { closedAt: undefined });
    expect(reopenUntil(done)).toBe(plus(completion.completedAt, { days: 7 }));
  });

  it("is for nothing that is still open, or void, whatever was done of it before", () => {
    for (const state of states.filter((one) => isOpen(one) || one === "void"))
      expect(mayReopen(ticketAt(state, { completions: [completion], closedAt }), now)).toBe(false);
  });

  it("ends with the link ninety days after the end", () => {
    expect(isOver(closed, plus(closedAt, { days: 90 }))).toBe(false);
    expect(isOver(closed, plus(closedAt, { days: 90, seconds: 1 }))).toBe(true);
    expect(isOver(ticketAt("void", { voidedAt: closedAt }), plus(closedAt, { days: 91 }))).toBe(true);
    expect(isOver(ticketAt("started"), plus(closedAt, { days: 900 }))).toBe(false);
  });
});

describe("the way so far", () => {
  const secret = "内部备注：业户态度差 13800001111";
  const step = (action: (typeof stepActions)[number], to: State, more: Partial<StepItem> = {}): StepItem => ({
    ...{ ticketId: "x", tenantId: "x", projectId: "x", rev: 1, step: 1, at: now, photos: [] },
    ...{ action, to, by: newId("member"), byName: "王师傅", note: secret, assigneeName: "王师傅", ...more },
  });
  const own = { by: "resident:x", byName: "李雷" };

  it("tells each turn once a round, and nothing that is the firm's own affair", () => {
    const ticket = ticketAt("completed", { completions: [completion, { ...completion, note: "这回好了" }] });
    const told = happeningsOf(
      [
        step("register", "registered"),
        step("contact", "registered"),
        step("assign", "assigned", { trade: "engineering" }),
        step("refuse", "registered"),
        step("assign", "assigned", { trade: "engineering" }),
        step("appoint", "assigned", { appointmentAt: soon }),
        step("transfer", "assigned", { trade: "cleaning" }),
        step("accept", "accepted"),
        step("arrive", "started"),
        step("start", "started"),
        step("add", "started", { ...own, note: "水更大了", photos: ["att_1"] }),
        step("pause", "started"),
        step("resume", "started"),
        step("complete", "started"),
        step("complete", "completed"),
        step("unreached", "completed"),
        step("rate", "completed", { ...own, note: undefined }),
        step("reopen", "assigned", { ...own, note: "还在漏" }),
        step("accept", "accepted"),
        step("start", "started"),
        step("edit", "started"),
        step("complete", "completed"),
      ],
      ticket,
    );
    expect(told.map(({ what, words }) => [what, words])).toEqual([
      ["received", undefined],
      ["assigned", undefined],
      ["appointed", undefined],
      ["arrived", undefined],
      ["added", "水更大了"],
      ["paused", undefined],
      ["resumed", undefined],
      ["done", "修好了"],
      ["unreached", undefined],
      ["rated", undefined],
      ["objected", "还在漏"],
      ["assigned", undefined],
      ["started", undefined],
      ["done", "这回好了"],
    ]);
  });

  it("says that a rule gave it out at once", () => {
    const told = happeningsOf([step("register", "assigned", { trade: "security" })], ticketAt("assigned"));
    expect(told).toMatchObject([{ what: "received" }, { what: "assigned", trade: "security" }]);
  });

  it("lets through no note, name or file of a member's, whatever they did", () => {
    const actions = fc.constantFrom(...stepActions);
    const done = { completions: Array.from({ length: 20 }, () => completion) };
    fc.assert(
      fc.property(fc.array(fc.tuple(actions, fc.constantFrom(...states))), fc.boolean(), (all, complains) => {
        const kind = complains ? "complaint" : "repair";
        const steps = all.map(([action, to]) => step(action, to, { photos: ["att_2"] }));
        const told = happeningsOf(steps, ticketAt("closed", { ...done, kind }));
        expect(JSON.stringify(told)).not.toMatch(/内部|王师傅|mem_|att_/);
        if (complains)
          expect(told.some(({ what }) => ["assigned", "arrived", "paused"].includes(what))).toBe(false);
      }),
    );
  });

  it("keeps to what was said first", () => {
    const ticket = ticketAt("registered", { words: "改过两次" });
    const edits = [
      step("edit", "registered", { note: undefined }),
      step("edit", "registered", { note: "原话" }),
    ];
    expect(firstWords([...edits, step("edit", "registered", { note: "改过" })], ticket)).toBe("原话");
    expect(firstWords([], ticket)).toBe("改过两次");
  });
});

describe("what it costs, as its resident is told", () => {
  const quote = { total: 9_000, expiresAt: soon };
  const told = { agreed: "agreed", sent: "asked" } as const;
  it.each(quoteStates)("of a quote %s", (state) => {
    const is = state === "agreed" || state === "sent" ? told[state] : undefined;
    const said = offerOf({ state: "started" }, { ...quote, state }, now);
    expect(said).toEqual(is && { is, ...quote });
  });

  it("is asked no more once it has lapsed or the ticket has ended; what was charged stays said", () => {
    const sent = { ...quote, state: "sent" as const, link: "23456789abcd" };
    expect(offerOf({ state: "started" }, sent, now)).toMatchObject({ is: "asked", link: "23456789abcd" });
    expect(offerOf({ state: "started" }, sent, soon)).toBeUndefined();
    expect(offerOf({ state: "void" }, sent, now)).toBeUndefined();
    const charged = { billId: newId("bill"), at: now };
    const agreed = { ...sent, state: "agreed" as const, charged };
    expect(offerOf({ state: "closed" }, agreed, now)).toEqual({ is: "charged", ...quote });
    expect(offerOf({ state: "started" }, undefined, now)).toBeUndefined();
  });
});
