import * as z from "zod";
import { shiftSchema, someDays, weekdayOf } from "../calendar/calendar";
import { beganOn, type Hours, isWorked } from "../calendar/hours";
import { idOf } from "../id";
import { projectScope, trade } from "../member/member.entity";
import { categoryCode, type TicketKind, ticketKind } from "../ticket/kind";

/** When a rule holds: always, within the project's business hours or outside of them, or at hours of its own. */
const whenSchema = z.discriminatedUnion("at", [
  z.strictObject({ at: z.literal("always") }),
  z.strictObject({ at: z.literal("business") }),
  z.strictObject({ at: z.literal("off") }),
  /** From a time to another on these days; one that ends the next day belongs to the day it begins on. */
  z.strictObject({ at: z.literal("hours"), days: someDays, ...shiftSchema.shape }),
]);

/** To whom: a trade, whose first taker has it, a person, a person of a trade, or who is on duty by a roster. */
const targetSchema = z
  .strictObject({
    trade: trade.optional(),
    memberId: idOf("member").optional(),
    rosterId: idOf("roster").optional(),
  })
  .refine(({ trade: named, memberId, rosterId }) => Boolean(named ?? memberId ?? rosterId), {
    path: ["trade"],
    message: "A trade or a person is needed",
  })
  .refine(({ trade: named, memberId, rosterId }) => !rosterId || !(named ?? memberId), {
    path: ["rosterId"],
    message: "either a roster, or a trade or person",
  });
export type Target = z.output<typeof targetSchema>;

/** Who gets new tickets of a kind, or of one category of it, in which projects and when. */
export const ruleSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(40),
    kind: ticketKind.optional(),
    category: categoryCode.optional(),
    projectIds: projectScope,
    when: whenSchema,
    to: targetSchema,
  })
  .refine(({ kind, category }) => !category || kind !== undefined, {
    path: ["category"],
    message: "a category stands under its kind",
  });
export type Rule = z.output<typeof ruleSchema>;

/** What a rule looks at. */
export type Asked = { kind: TicketKind; category: string; projectId: string; at: string };

function holdsAt({ when }: Rule, at: string, hours: Hours): boolean {
  if (when.at === "always") return true;
  if (when.at !== "hours") return isWorked(hours, at) === (when.at === "business");
  const date = beganOn(when, at, hours.zone);
  return date !== undefined && when.days.includes(weekdayOf(date));
}

const fits = (rule: Rule, { kind, category, projectId, at }: Asked, hours: Hours) =>
  (!rule.kind || rule.kind === kind) &&
  (!rule.category || rule.category === category) &&
  (rule.projectIds === "all" || rule.projectIds.includes(projectId)) &&
  holdsAt(rule, at, hours);

/** The first rule that fits; `hours` are the project's business hours. */
export const ruleFor = (rules: readonly Rule[], asked: Asked, hours: Hours): Rule | undefined =>
  rules.find((rule) => fits(rule, asked, hours));
