import { weekdayOf } from "../calendar/calendar";
import { beganOn, spanOf } from "../calendar/hours";
import { dateOf, daysAfter } from "../clock";
import type { RosterItem, RosterShift } from "./roster.entity";

type Plan = Pick<RosterItem, "shifts" | "exceptions">;

/** A shift on a date: who is on it, and from when to when. */
export type Duty = {
  date: string;
  shift: RosterShift;
  memberIds: readonly string[];
  /** Otherwise than usual. */
  excepted: boolean;
  from: string;
  to: string;
};

function dutyOn({ exceptions }: Plan, shift: RosterShift, date: string, zone: string): Duty | undefined {
  const other = exceptions.find((one) => one.date === date && one.shift === shift.shift);
  if (!other && !shift.days.includes(weekdayOf(date))) return undefined;
  const [from, to] = spanOf(shift, date, zone).map((ms) => new Date(ms).toISOString()) as [string, string];
  return { date, shift, memberIds: (other ?? shift).memberIds, excepted: other !== undefined, from, to };
}

/** The shifts that begin on a date, the first first; those that do not take place among them. */
export const dutiesOn = (plan: Plan, date: string, zone: string): Duty[] =>
  plan.shifts
    .flatMap((shift) => dutyOn(plan, shift, date, zone) ?? [])
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));

/** The shifts that are on at an instant, and have anybody on them. */
export const dutiesAt = (plan: Plan, at: string, zone: string): Duty[] =>
  plan.shifts.flatMap((shift) => {
    const date = beganOn(shift, at, zone);
    const duty = date && dutyOn(plan, shift, date, zone);
    return duty && duty.memberIds.length > 0 ? [duty] : [];
  });

/** Who is on duty at an instant, each once. */
export const onDuty = (plan: Plan, at: string, zone: string): string[] => [
  ...new Set(dutiesAt(plan, at, zone).flatMap(({ memberIds }) => memberIds)),
];

const lateMs = 2 * 3_600_000;

/**
 * The shift that a member hands over at an instant: the one they are on, or were on two hours ago at most; of several
 * the one that ends first.
 */
export function endingDuty(plan: Plan, memberId: string, at: string, zone: string): Duty | undefined {
  const today = dateOf(at, zone);
  const late = new Date(Date.parse(at) - lateMs).toISOString();
  return [-2, -1, 0]
    .flatMap((days) => dutiesOn(plan, daysAfter(today, days), zone))
    .filter(({ from, to, memberIds }) => memberIds.includes(memberId) && from <= at && to > late)
    .sort((a, b) => (a.to < b.to ? -1 : 1))[0];
}
