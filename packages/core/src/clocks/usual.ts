import type { Rule } from "./rule";

type Target = Pick<Rule, "kind" | "category" | "urgency">;
type Length = Pick<Rule, "amount" | "unit" | "counting">;

const length = (unit: Rule["unit"], counting: Rule["counting"]) => (amount: number) => ({
  amount,
  unit,
  counting,
});
const minutes = length("minutes", "always");
const hours = length("hours", "always");
const days = length("days", "always");
const workingDays = length("days", "business");

const runs = (clock: Rule["clock"], ...all: [target: Target, length: Length][]): Rule[] =>
  all.map(([target, lasting]) => ({ clock, ...target, ...lasting }));

const urgent = { urgency: "urgent" } as const;

/**
 * The clocks of domain.md, each of which a firm and a project may change. Where it names none: an urgent repair and
 * an emergency are done in 30 minutes (the outside of an entrapment); an inquiry is answered like a complaint;
 * suggestions and praise are seen to like the solution of one; the quality department answers within three working
 * days, or the day in which an urgent one is solved; a step of the ladder is a day, half an hour where it is urgent.
 */
export const usualRules: readonly Rule[] = [
  ...runs("response", [{}, minutes(5)]),
  ...runs("verified", [{}, minutes(10)]),
  ...runs(
    "onSite",
    [{ kind: "repair", ...urgent }, minutes(15)],
    [{ kind: "emergency" }, minutes(15)],
    [{ kind: "emergency", category: "liftEntrapment" }, minutes(30)],
    [{ kind: "emergency", category: "gas" }, minutes(30)],
  ),
  ...runs("answered", [{ kind: "complaint" }, hours(24)], [{ kind: "complaint", ...urgent }, hours(2)]),
  ...runs("quality", [{ kind: "complaint" }, workingDays(3)], [{ kind: "complaint", ...urgent }, hours(24)]),
  ...runs(
    "completion",
    [{}, workingDays(7)],
    [urgent, hours(24)],
    [{ kind: "repair" }, days(2)],
    [{ kind: "repair", urgency: "large" }, workingDays(5)],
    [{ kind: "repair", ...urgent }, minutes(30)],
    [{ kind: "complaint" }, workingDays(7)],
    [{ kind: "complaint", ...urgent }, hours(24)],
    [{ kind: "inquiry" }, hours(24)],
    [{ kind: "inquiry", ...urgent }, hours(2)],
    [{ kind: "praise" }, workingDays(7)],
    [{ kind: "emergency" }, minutes(30)],
  ),
  ...runs("progress", [{}, days(2)]),
  ...runs("letterConfirmation", [{}, days(3)]),
  ...runs("escalation", [{}, hours(24)], [urgent, minutes(30)], [{ kind: "emergency" }, minutes(30)]),
];
