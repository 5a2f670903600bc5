import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weekdays } from "../calendar/calendar";
import { slowHours, windows } from "../calendar/slow.testing";
import { daysAfter } from "../clock";
import { dutiesAt, dutiesOn, endingDuty, onDuty } from "./duty";
import type { RosterShift } from "./roster.entity";

const plainly = windows.map((window) => ({ ...window, plain: slowHours(window) }));
const clock = (quarter: number) =>
  `${String(Math.floor(quarter / 4)).padStart(2, "0")}:${String((quarter % 4) * 15).padStart(2, "0")}`;
const time = fc.integer({ min: 0, max: 95 }).map(clock);
const people = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { maxLength: 3 });

const shifts = fc.array(
  fc.record({
    name: fc.constant("班"),
    days: fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 }),
    from: time,
    to: fc.oneof(time, fc.constant("24:00")),
    memberIds: people,
  }),
  { minLength: 1, maxLength: 4 },
);
const plans = (from: string) =>
  fc.record({
    shifts: shifts.map((all): RosterShift[] => all.map((one, i) => ({ ...one, shift: i + 1 }))),
    exceptions: fc.uniqueArray(
      fc.record({
        date: fc.integer({ min: 0, max: 20 }).map((days) => daysAfter(from, days)),
        shift: fc.integer({ min: 1, max: 4 }),
        memberIds: people,
      }),
      { maxLength: 8, selector: ({ date, shift }) => `${date} ${shift}` },
    ),
  });
const cases = fc
  .constantFrom(...plainly)
  .chain((window) => fc.record({ window: fc.constant(window), plan: plans(window.from) }));
// Every second moment lies in the nights about the changes of the clocks.
const moments = fc.oneof(
  fc.integer({ min: 2 * 24 * 60, max: 17 * 24 * 60 }),
  fc
    .tuple(fc.integer({ min: 10, max: 16 }), fc.integer({ min: -300, max: 400 }))
    .map(([day, late]) => day * 24 * 60 + late),
);

describe("who is on duty", () => {
  it("is who looking at every shift of every date finds, minute by minute", () => {
    fc.assert(
      fc.property(cases, moments, ({ window: { zone, plain }, plan }, minute) => {
        const found = new Set<string>();
        for (const shift of plan.shifts) {
          const date = plain.began(shift, minute);
          if (!date) continue;
          const other = plan.exceptions.filter((one) => one.date === date && one.shift === shift.shift);
          const usual = shift.days.includes(plain.weekday(date)) ? shift.memberIds : [];
          for (const memberId of other[0] ? other[0].memberIds : usual) found.add(memberId);
        }
        expect(onDuty(plan, plain.at(minute), zone).sort()).toEqual([...found].sort());
      }),
      { numRuns: 500 },
    );
  });

  it("agrees with the plan of the day, and who is on duty may hand over", () => {
    fc.assert(
      fc.property(cases, moments, ({ window: { zone, plain }, plan }, minute) => {
        const at = plain.at(minute);
        for (const duty of dutiesAt(plan, at, zone)) {
          expect(dutiesOn(plan, duty.date, zone)).toContainEqual(duty);
          expect(duty.from <= at && at < duty.to).toBe(true);
          for (const memberId of duty.memberIds) {
            const ending = endingDuty(plan, memberId, at, zone);
            expect(ending && ending.to <= duty.to).toBe(true);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("at the end of a night", () => {
  const night: RosterShift = {
    shift: 1,
    name: "夜班",
    days: ["fri"],
    from: "20:00",
    to: "08:00",
    memberIds: ["a"],
  };
  const plan = { shifts: [night], exceptions: [{ date: "2026-11-27", shift: 1, memberIds: ["b"] }] };
  const at = (text: string) => new Date(`${text}:00+08:00`).toISOString();
  const zone = "Asia/Shanghai";

  it("the shift belongs to the day it began on, swapped or not", () => {
    expect(onDuty(plan, at("2026-11-21T07:59"), zone)).toEqual(["a"]);
    expect(onDuty(plan, at("2026-11-21T08:00"), zone)).toEqual([]);
    expect(onDuty(plan, at("2026-11-28T03:00"), zone)).toEqual(["b"]);
    expect(onDuty(plan, at("2026-11-28T20:30"), zone)).toEqual([]);
  });

  it("it may be handed over up to two hours late", () => {
    expect(endingDuty(plan, "a", at("2026-11-21T09:59"), zone)?.date).toBe("2026-11-20");
    expect(endingDuty(plan, "a", at("2026-11-21T10:00"), zone)).toBeUndefined();
    expect(endingDuty(plan, "b", at("2026-11-21T07:00"), zone)).toBeUndefined();
  });
});
