import { firmScope, OwnCalendar } from "../calendar/calendar.entity";
import {
  afterPause,
  type Counting,
  dueAfter,
  type Hours,
  workedBetween,
  workingDay,
} from "../calendar/hours";
import { usualCalendar } from "../calendar/usual";
import { recent } from "../recent";
import { tenantZone } from "../tenant/zone";
import { type About, type ClockName, type Rule, ruleFor } from "./rule";
import { OwnRules } from "./rules.entity";
import { usualRules } from "./usual";

/** By what the clocks of a project run: its business hours, and rules of which later ones go before equal ones. */
export type Timing = { hours: Hours; rules: readonly Rule[] };

/** What runs where nothing was set. */
export const usualTiming = (zone = "Asia/Shanghai"): Timing => ({
  hours: { calendar: usualCalendar(zone), zone },
  rules: usualRules,
});

/** An emergency runs round the clock, whatever a rule for all tickets says. */
const countingOf = ({ counting }: Rule, { kind }: About): Counting =>
  kind === "emergency" ? "always" : counting;

const unitMs = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;

/** A clock started at an instant: when it runs out, and what it counts; undefined where none of this name runs. */
export function startClock({ hours, rules }: Timing, clock: ClockName, about: About, at: string) {
  const rule = ruleFor(rules, clock, about);
  if (!rule) return undefined;
  const counting = countingOf(rule, about);
  const one =
    rule.unit === "days" && counting === "business" ? workingDay(hours.calendar) : unitMs[rule.unit];
  return { dueAt: dueAfter(hours, counting, at, rule.amount * one), counting };
}

/** When a clock started at an instant runs out; undefined where none of this name runs. */
export const dueOf = (timing: Timing, clock: ClockName, about: About, at: string) =>
  startClock(timing, clock, about, at)?.dueAt;

/** The due time of a clock that was paused between two instants. */
export const paused = (
  { hours }: Timing,
  dueAt: string,
  counting: Counting = "always",
  from: string,
  to: string,
) => afterPause(hours, counting, dueAt, from, to);

/** A due time put off by as much as another clock's was, from one instant to a later one, each as it counts. */
export function lengthened(
  { hours }: Timing,
  dueAt: string,
  counting: Counting,
  by: { from: string; to: string; counting: Counting },
): string {
  const ms =
    by.counting === "business"
      ? workedBetween(hours, by.from, by.to)
      : Math.max(0, Date.parse(by.to) - Date.parse(by.from));
  return dueAfter(hours, counting, dueAt, ms);
}

const timings = recent(load);

/**
 * By what the clocks of a project of the acting tenant run, at most a minute old: registering a ticket does not read
 * it anew each time.
 */
export const timingOf = (projectId: string): Promise<Timing> => timings.of(projectId);

/** Lets the next reading see what was just set. */
export const forgetTimings = timings.forget;

async function load(projectId: string): Promise<Timing> {
  const scopes = [{ scope: firmScope }, { scope: projectId }];
  const [zone, calendars, rules] = await Promise.all([
    tenantZone(),
    OwnCalendar.batch(scopes),
    OwnRules.batch(scopes),
  ]);
  const of = <R extends { scope: string }>(records: R[], scope: string) =>
    records.find((one) => one.scope === scope);
  const own = of(calendars, projectId) ?? of(calendars, firmScope);
  return {
    hours: { calendar: own?.calendar ?? usualCalendar(zone), zone },
    rules: [...usualRules, ...(of(rules, firmScope)?.rules ?? []), ...(of(rules, projectId)?.rules ?? [])],
  };
}
