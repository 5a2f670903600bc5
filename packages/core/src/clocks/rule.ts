import * as z from "zod";
import { countings } from "../calendar/hours";
import { categoryCode, type TicketKind, ticketKind, type Urgency, urgency } from "../ticket/kind";

export const clockNames = [
  /** Until somebody takes it up. */
  "response",
  /** Until the report was read back to the resident. */
  "verified",
  /** Until somebody is there. */
  "onSite",
  /** Until a complaint is answered. */
  "answered",
  /** Until the quality department, which a complaint was handed to, has answered it. */
  "quality",
  /** Until it is done; a complaint is solved. */
  "completion",
  /** Until the resident hears again how it stands. */
  "progress",
  /** Until a sent letter is confirmed by phone. */
  "letterConfirmation",
  /** One step of the escalation ladder. */
  "escalation",
] as const;
export type ClockName = (typeof clockNames)[number];

/** A day of business hours is an ordinary working day. */
const units = ["minutes", "hours", "days"] as const;

export const lengthSchema = z.strictObject({
  amount: z.int().min(1).max(999),
  unit: z.enum(units),
  counting: z.enum(countings),
});

/** How long a clock runs, for all tickets or those of a kind, category and urgency. */
export const ruleSchema = lengthSchema
  .extend({
    clock: z.enum(clockNames),
    kind: ticketKind.optional(),
    category: categoryCode.optional(),
    urgency: urgency.optional(),
  })
  .refine(({ kind, category }) => !category || kind !== undefined, {
    path: ["category"],
    message: "a category stands under its kind",
  })
  .refine(({ kind, counting }) => kind !== "emergency" || counting === "always", {
    path: ["counting"],
    message: "emergencies run round the clock",
  });
export type Rule = z.output<typeof ruleSchema>;

/** What a rule looks at. */
export type About = { kind: TicketKind; category: string; urgency: Urgency };

/** For which tickets a rule is, as one word: two rules of one target are in each other's place. */
export const targetOf = ({ clock, kind, category, urgency }: Omit<Rule, "amount" | "unit" | "counting">) =>
  [clock, kind, category, urgency].map((part) => part ?? "").join("/");

const fits = (rule: Rule, about: About) =>
  (["kind", "category", "urgency"] as const).every((part) => !rule[part] || rule[part] === about[part]);

const weight = ({ kind, category, urgency }: Rule) => (category ? 4 : 0) + (kind ? 2 : 0) + (urgency ? 1 : 0);

/** The rule that holds: the most exact one, of equals the last. Undefined where no such clock runs. */
export function ruleFor(rules: readonly Rule[], clock: ClockName, about: About): Rule | undefined {
  let holds: Rule | undefined;
  for (const rule of rules)
    if (rule.clock === clock && fits(rule, about) && (!holds || weight(rule) >= weight(holds))) holds = rule;
  return holds;
}
