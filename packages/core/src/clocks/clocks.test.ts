import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { setProjectCalendar } from "../calendar/index";
import { usualCalendar } from "../calendar/usual";
import { seeds } from "../category/seed";
import { seedOf } from "../category/tree";
import { asIfAt, plus } from "../clock";
import { withActor } from "../context";
import { type Cast, mintCast, report } from "../ticket/cast.testing";
import { completeTicket, contactResident, getTicket, reopenTicket } from "../ticket/index";
import { ticketKinds, urgencies } from "../ticket/kind";
import { getProjectClocks, setFirmClocks, setProjectClocks } from "./index";
import { type About, type ClockName, clockNames, type Rule, ruleFor, ruleSchema } from "./rule";
import { dueOf, paused, usualTiming } from "./timing";

/** A Friday, 10 in the morning in Shanghai. */
const friday = "2026-11-20T02:00:00.000Z";
const after = (amount: Parameters<typeof plus>[1]) => plus(friday, amount);

describe("the usual clocks", () => {
  const run = (clock: ClockName, kind: About["kind"], urgency: About["urgency"], category = "other") =>
    dueOf(usualTiming(), clock, { kind, urgency, category }, friday);

  it.each([
    ["response", "praise", "ordinary", "other", { minutes: 5 }],
    ["verified", "inquiry", "ordinary", "other", { minutes: 10 }],
    ["onSite", "repair", "urgent", "leak", { minutes: 15 }],
    ["onSite", "emergency", "urgent", "fire", { minutes: 15 }],
    ["onSite", "emergency", "urgent", "gas", { minutes: 30 }],
    ["onSite", "emergency", "urgent", "liftEntrapment", { minutes: 30 }],
    ["onSite", "repair", "ordinary", "leak", undefined],
    ["onSite", "complaint", "urgent", "other", undefined],
    ["completion", "repair", "ordinary", "leak", { days: 2 }],
    // Five working days over one weekend, seven over one.
    ["completion", "repair", "large", "roadsWalls", { days: 7 }],
    ["completion", "repair", "urgent", "leak", { minutes: 30 }],
    ["completion", "emergency", "urgent", "gas", { minutes: 30 }],
    ["answered", "complaint", "urgent", "service", { hours: 2 }],
    ["answered", "complaint", "ordinary", "service", { hours: 24 }],
    ["answered", "repair", "ordinary", "leak", undefined],
    ["quality", "complaint", "urgent", "service", { hours: 24 }],
    ["quality", "complaint", "ordinary", "service", { days: 5 }],
    ["quality", "repair", "ordinary", "leak", undefined],
    ["completion", "complaint", "urgent", "service", { hours: 24 }],
    ["completion", "complaint", "ordinary", "service", { days: 11 }],
    ["completion", "suggestion", "ordinary", "other", { days: 11 }],
    ["completion", "suggestion", "urgent", "other", { hours: 24 }],
    ["completion", "praise", "urgent", "other", { days: 11 }],
    ["completion", "inquiry", "ordinary", "fees", { hours: 24 }],
    ["completion", "inquiry", "urgent", "fees", { hours: 2 }],
    ["progress", "repair", "ordinary", "leak", { days: 2 }],
    ["letterConfirmation", "complaint", "ordinary", "other", { days: 3 }],
  ] as const)("%s of %s, %s (%s)", (clock, kind, urgency, category, amount) => {
    expect(run(clock, kind, urgency, category)).toBe(amount && after(amount));
  });
});

const rule = fc
  .record(
    {
      clock: fc.constantFrom(...clockNames.slice(0, 2)),
      kind: fc.constantFrom(...ticketKinds.slice(0, 2)),
      category: fc.constantFrom("other", "service"),
      urgency: fc.constantFrom(...urgencies),
      amount: fc.integer({ min: 1, max: 999 }),
      unit: fc.constant("minutes" as const),
      counting: fc.constant("always" as const),
    },
    { requiredKeys: ["clock", "amount", "unit", "counting"] },
  )
  .filter((one) => ruleSchema.safeParse(one).success) as fc.Arbitrary<Rule>;

it("the most exact rule holds, of equals the last", () => {
  const about = fc.record({
    kind: fc.constantFrom(...ticketKinds.slice(0, 2)),
    category: fc.constantFrom("other", "service"),
    urgency: fc.constantFrom(...urgencies),
  });
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 12 }), about, (rules, asked) => {
      // From the most exact to the least: category and urgency, category, kind and urgency, kind, urgency, all.
      const { kind, category, urgency } = asked;
      const wanted = [
        { kind, category, urgency },
        { kind, category },
        { kind, urgency },
        { kind },
        { urgency },
        {},
      ].map((target) => ({ kind: undefined, category: undefined, urgency: undefined, ...target }));
      const expected = wanted
        .map((target) =>
          rules.findLast(
            (one) =>
              one.clock === "response" &&
              one.kind === target.kind &&
              one.category === target.category &&
              one.urgency === target.urgency,
          ),
        )
        .find((one) => one !== undefined);
      expect(ruleFor(rules, "response", asked)).toBe(expected);
    }),
    { numRuns: 500 },
  );
});

describe("clocks that a firm or project sets", () => {
  let cast: Cast;
  beforeEach(async () => {
    cast = await mintCast();
  });
  const completion = (amount: number, more: Partial<Rule> = {}): Rule => ({
    clock: "completion",
    kind: "repair",
    amount,
    unit: "hours",
    counting: "always",
    ...more,
  });
  const firm = (rules: Rule[]) => withActor(cast.headquarters, () => setFirmClocks({ rules }));
  const project = (rules: Rule[], projectId = cast.projectId) =>
    withActor(cast.headquarters, () => setProjectClocks({ projectId, rules }));
  const reported = (more = {}) => asIfAt(friday, () => report(cast, more));
  const read = (ticketId: string) => withActor(cast.manager, () => getTicket({ ticketId }));

  it("run from then on, the project's before the firm's; those that run keep their time, reopened ones get the new", async () => {
    const { ticketId } = await reported();
    await firm([completion(8)]);
    expect((await reported()).completionDueAt).toBe(after({ hours: 8 }));
    await project([completion(4), completion(1, { category: "leak" })]);
    expect((await reported()).completionDueAt).toBe(after({ hours: 1 }));
    expect((await reported({ category: "plumbing" })).completionDueAt).toBe(after({ hours: 4 }));
    await project([]);
    expect((await reported()).completionDueAt).toBe(after({ hours: 8 }));
    expect((await read(ticketId)).completionDueAt).toBe(after({ days: 2 }));
    await asIfAt(after({ days: 3 }), () =>
      withActor(cast.desk, async () => {
        await completeTicket({ ticketId, note: "好了" });
        await reopenTicket({ ticketId, note: "又漏了" });
      }),
    );
    expect(await read(ticketId)).toMatchObject({
      completionDueAt: after({ days: 3, hours: 8 }),
      completions: [{ dueAt: after({ days: 2 }), onTime: false }],
    });
  });

  it("count the project's business hours where they say so, but never for emergencies", async () => {
    const calendar = { ...usualCalendar("Asia/Shanghai"), holidays: ["2026-11-20"] };
    await firm([{ clock: "completion", amount: 1, unit: "hours", counting: "business" }]);
    await project([completion(1, { counting: "business" })]);
    expect((await reported()).completionDueAt).toBe(after({ hours: 1 }));
    await withActor(cast.headquarters, () => setProjectCalendar({ projectId: cast.projectId, calendar }));
    const monday = await reported();
    expect(monday.completionDueAt).toBe("2026-11-23T02:00:00.000Z");
    expect((await reported({ kind: "emergency", category: "gas" })).completionDueAt).toBe(
      after({ minutes: 30 }),
    );
    const hours = { calendar, zone: "Asia/Shanghai" };
    const { completionDueAt, completionCounting } = monday;
    const [from, to] = ["2026-11-23T01:30:00.000Z", "2026-11-24T01:00:00.000Z"];
    expect(paused({ hours, rules: [] }, completionDueAt, completionCounting, from, to)).toBe(
      "2026-11-24T01:30:00.000Z",
    );
  });

  it("are shown one for each target, with whose they are and what they replace", async () => {
    await firm([completion(8)]);
    const rows = await project([completion(4, { category: "leak" })]);
    expect(rows).toEqual(
      await withActor(cast.manager, () => getProjectClocks({ projectId: cast.projectId })),
    );
    const repairs = rows.items.filter(
      ({ clock, kind, urgency }) => clock === "completion" && kind === "repair" && !urgency,
    );
    expect(repairs).toMatchObject([
      { of: "firm", amount: 8, instead: { amount: 2, unit: "days" } },
      { of: "project", amount: 4, category: "leak" },
    ]);
    expect(repairs[1]?.instead).toBeUndefined();
    const there = await withActor(cast.headquarters, () =>
      getProjectClocks({ projectId: cast.other.projectId }),
    );
    expect(there.items.some(({ of }) => of === "project")).toBe(false);
  });

  it.each([
    [{ counting: "business", kind: "emergency" }, "rules.0.counting"],
    [{ category: "gas" }, "rules.0.category"],
    [{ amount: 0 }, "rules.0.amount"],
    [{ clock: "tea" }, "rules.0.clock"],
  ])("refuse %o, naming %s", async (part, field) => {
    const bad = [{ ...completion(1), ...part } as Rule];
    await expect(firm(bad)).rejects.toMatchObject({ code: "bad_request", field });
    await expect(firm([completion(1), completion(2)])).rejects.toMatchObject({ field: "rules" });
    await expect(
      withActor(cast.manager, () => setProjectClocks({ projectId: cast.projectId, rules: [] })),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("a ticket", () => {
  it("is verified at once in person, by the first word with the resident otherwise, which is told again every two days", async () => {
    const cast = await mintCast();
    const call = await asIfAt(friday, () => report(cast));
    expect(call).toMatchObject({ verifiedAt: friday, progressDueAt: after({ days: 2 }) });
    expect(call.answerDueAt).toBeUndefined();
    const { ticketId } = await asIfAt(friday, () =>
      report(cast, { kind: "complaint", category: "service", channel: "online" }),
    );
    const spoken = await asIfAt(after({ hours: 1 }), () =>
      withActor(cast.desk, () => contactResident({ ticketId, note: "已向业主核实" })),
    );
    expect(spoken).toMatchObject({
      verifiedDueAt: after({ minutes: 10 }),
      verifiedAt: after({ hours: 1 }),
      answerDueAt: after({ hours: 24 }),
      answeredAt: after({ hours: 1 }),
      progressDueAt: after({ days: 2, hours: 1 }),
    });
  });

  it("of nobody's has nobody to speak with", async () => {
    const cast = await mintCast();
    const seen = await asIfAt(friday, () =>
      report(cast, { houseId: undefined, reporter: { name: "巡查" }, channel: "patrol" }),
    );
    expect([seen.verifiedDueAt, seen.verifiedAt, seen.progressDueAt]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("is large only as a repair", async () => {
    const cast = await mintCast();
    expect((await asIfAt(friday, () => report(cast, { urgency: "large" }))).completionDueAt).toBe(
      after({ days: 7 }),
    );
    await expect(
      report(cast, { urgency: "large", kind: "complaint", category: "service" }),
    ).rejects.toMatchObject({ code: "bad_request", field: "urgency" });
  });
});

it("every usual rule is one that could be set", () => {
  for (const one of usualTiming().rules) {
    expect(ruleSchema.safeParse(one).success).toBe(true);
    if (one.kind && one.category) expect(seedOf(one.kind, one.category)).toBeDefined();
  }
  for (const kind of ticketKinds)
    for (const { code: category } of seeds[kind])
      for (const urgency of urgencies)
        for (const clock of ["response", "completion"] as const)
          expect(dueOf(usualTiming(), clock, { kind, category, urgency }, friday)).toBeDefined();
});
