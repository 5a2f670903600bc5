import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weekdays } from "../calendar/calendar";
import { slowHours, windows } from "../calendar/slow.testing";
import { usualCalendar } from "../calendar/usual";
import { newId } from "../id";
import { ticketKinds } from "../ticket/kind";
import { type Rule, ruleFor, ruleSchema } from "./rule";

const projects = [newId("project"), newId("project")];
const plainly = windows.map((window) => ({ ...window, plain: slowHours(window) }));
const time = fc
  .integer({ min: 0, max: 95 })
  .map(
    (quarter) =>
      `${String(Math.floor(quarter / 4)).padStart(2, "0")}:${String((quarter % 4) * 15).padStart(2, "0")}`,
  );

const when: fc.Arbitrary<Rule["when"]> = fc.oneof(
  fc.constantFrom({ at: "always" as const }, { at: "business" as const }, { at: "off" as const }),
  fc.record({
    at: fc.constant("hours" as const),
    days: fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 }),
    from: time,
    to: time,
  }),
);
const rule = fc.record({
  name: fc.string({ minLength: 1, maxLength: 5 }),
  kind: fc.option(fc.constantFrom("repair" as const, "complaint" as const), { nil: undefined }),
  category: fc.option(fc.constantFrom("lift", "other"), { nil: undefined }),
  projectIds: fc.oneof(
    fc.constant("all" as const),
    fc.constantFrom(...projects).map((one) => [one]),
  ),
  when,
  to: fc.constant({ trade: "security" as const }),
});
const asked = fc.record({
  kind: fc.constantFrom("repair" as const, "complaint" as const),
  category: fc.constantFrom("lift", "other"),
  projectId: fc.constantFrom(...projects),
});

describe("the first rule that fits", () => {
  it("is the one found by looking at each, minute by minute, over midnight and changes of the clocks", () => {
    const cases = fc.record({
      window: fc.constantFrom(...plainly),
      rules: fc.array(rule, { maxLength: 6 }),
      asked,
      minute: fc.integer({ min: 24 * 60, max: 17 * 24 * 60 }),
    });
    fc.assert(
      fc.property(cases, ({ window: { zone, plain }, rules, asked: about, minute }) => {
        const calendar = usualCalendar(zone);
        const on = ({ when: at }: Rule) => {
          if (at.at === "always") return true;
          const worked = plain.worked(calendar, minute, minute + 1) === 1;
          if (at.at === "business") return worked;
          if (at.at === "off") return !worked;
          const date = plain.began(at, minute);
          return date !== undefined && at.days.includes(plain.weekday(date));
        };
        let expected: Rule | undefined;
        for (const one of [...rules].reverse()) {
          if (one.kind !== undefined && one.kind !== about.kind) continue;
          if (one.category !== undefined && one.category !== about.category) continue;
          if (one.projectIds !== "all" && !one.projectIds.includes(about.projectId)) continue;
          if (on(one)) expected = one;
        }
        const at = plain.at(minute);
        expect(ruleFor(rules, { ...about, at }, { calendar, zone })).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });

  it("asks for whom, and for a kind where it names a category", () => {
    const good = { name: "x", projectIds: "all", when: { at: "always" }, to: { trade: "security" } };
    expect(ruleSchema.safeParse(good).success).toBe(true);
    for (const kind of ticketKinds) expect(ruleSchema.safeParse({ ...good, kind }).success).toBe(true);
    expect(ruleSchema.safeParse({ ...good, to: {} }).success).toBe(false);
    expect(ruleSchema.safeParse({ ...good, category: "lift" }).success).toBe(false);
    const never = { at: "hours", days: [], from: "22:00", to: "06:00" };
    expect(ruleSchema.safeParse({ ...good, when: never }).success).toBe(false);
  });
});
