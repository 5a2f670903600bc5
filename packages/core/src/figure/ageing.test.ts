import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AGEING_BUCKETS, ageDebts, ageingBucket, daysPastDue } from "./ageing";

describe("ageingBucket", () => {
  it.each([
    [-1, null],
    [0, "0-30"],
    [30, "0-30"],
    [31, "31-90"],
    [90, "31-90"],
    [91, "91-180"],
    [180, "91-180"],
    [181, "181-365"],
    [365, "181-365"],
    [366, "1-2y"],
    [730, "1-2y"],
    [731, "2-3y"],
    [1095, "2-3y"],
    [1096, ">3y"],
    [100_000, ">3y"],
  ])("%d days past due is %s", (days, bucket) => expect(ageingBucket(days)).toBe(bucket));

  it("refuses a part of a day", () => {
    expect(() => ageingBucket(0.5)).toThrow(RangeError);
  });

  it("never gets younger with time", () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(2000), (days, more) => {
        const place = (age: number) => AGEING_BUCKETS.indexOf(ageingBucket(age) ?? "0-30");
        expect(place(days + more)).toBeGreaterThanOrEqual(place(days));
      }),
    );
  });
});

describe("daysPastDue", () => {
  it.each([
    ["2026-11-30", "2026-11-30", 0],
    ["2026-11-30", "2026-12-01", 1],
    ["2026-12-01", "2026-11-30", -1],
    ["2024-02-28", "2024-03-01", 2],
    ["2023-02-28", "2023-03-01", 1],
    ["2023-11-30", "2026-11-30", 1096],
  ])("from %s to %s are %d", (due, on, days) => expect(daysPastDue(due, on)).toBe(days));

  it.each(["2026-02-30", "2026-13-01", "2026-1-1", "", "2026-11-30T00:00:00Z"])("refuses %j", (date) => {
    expect(() => daysPastDue(date, "2026-11-30")).toThrow(RangeError);
    expect(() => daysPastDue("2026-11-30", date)).toThrow(RangeError);
  });
});

describe("ageDebts", () => {
  it("puts every fen into one place", () => {
    const ageing = ageDebts(
      [
        { dueOn: "2026-11-30", outstanding: 100 },
        { dueOn: "2026-12-01", outstanding: 7 },
        { dueOn: "2026-10-31", outstanding: 30 },
        { dueOn: "2026-10-30", outstanding: 31 },
        { dueOn: "2020-01-31", outstanding: 5 },
      ],
      "2026-11-30",
    );
    expect(ageing).toEqual({
      notDue: 7,
      buckets: { "0-30": 130, "31-90": 31, "91-180": 0, "181-365": 0, "1-2y": 0, "2-3y": 0, ">3y": 5 },
    });
  });

  it("adds up to what is outstanding, in any order", () => {
    const debt = fc.record({
      dueOn: fc
        .integer({ min: -5000, max: 400 })
        .map((day) => new Date(Date.UTC(2026, 10, 30 + day)).toISOString().slice(0, 10)),
      outstanding: fc.integer({ min: 0, max: 10 ** 10 }),
    });
    fc.assert(
      fc.property(fc.array(debt), (debts) => {
        const ageing = ageDebts(debts, "2026-11-30");
        const total = debts.reduce((sum, one) => sum + one.outstanding, 0);
        expect(Object.values(ageing.buckets).reduce((a, b) => a + b, ageing.notDue)).toBe(total);
        expect(ageDebts(debts.toReversed(), "2026-11-30")).toEqual(ageing);
      }),
    );
  });

  it.each([-1, 0.5])("refuses %d fen", (outstanding) => {
    expect(() => ageDebts([{ dueOn: "2026-11-30", outstanding }], "2026-11-30")).toThrow(RangeError);
  });
});
