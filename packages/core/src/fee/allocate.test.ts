import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocateByLaw, type Debt } from "./allocate";
import { sumOf } from "./terms";

const debt = (billId: string, dueOn: string, outstanding: number): Debt => ({ billId, dueOn, outstanding });
const debts: fc.Arbitrary<Debt[]> = fc
  .array(
    fc.record({ day: fc.integer({ min: 1, max: 5 }), outstanding: fc.integer({ min: 1, max: 10 ** 9 }) }),
    {
      maxLength: 12,
    },
  )
  .map((all) => all.map(({ day, outstanding }, i) => debt(`b${i}`, `2026-0${day}-28`, outstanding)));
const money = fc.integer({ min: 1, max: 2 * 10 ** 9 });

describe("a payment that names no debt", () => {
  it("goes on what fell due first", () => {
    const open = [
      debt("nov", "2026-11-30", 300),
      debt("sep", "2026-09-30", 200),
      debt("oct", "2026-10-31", 100),
    ];
    expect(allocateByLaw(250, open)).toEqual([
      { billId: "sep", amount: 200 },
      { billId: "oct", amount: 50 },
    ]);
  });

  it("is shared in proportion by what fell due on one day, to the fen", () => {
    const open = [debt("a", "2026-09-30", 100), debt("b", "2026-09-30", 200), debt("c", "2026-09-30", 33)];
    expect(allocateByLaw(100, open)).toEqual([
      { billId: "a", amount: 30 },
      { billId: "b", amount: 60 },
      { billId: "c", amount: 10 },
    ]);
    expect(allocateByLaw(1, [debt("a", "2026-09-30", 1), debt("b", "2026-09-30", 1)])).toEqual([
      { billId: "a", amount: 1 },
    ]);
  });

  it("goes on nothing when nothing is owed", () => {
    expect(allocateByLaw(100, [])).toEqual([]);
  });

  it("is never more than came in, never more on a bill than is outstanding, never left over while one is open", () => {
    fc.assert(
      fc.property(money, debts, (amount, open) => {
        const shares = allocateByLaw(amount, open);
        const given = sumOf(shares.map((share) => share.amount));
        expect(given).toBe(Math.min(amount, sumOf(open.map((one) => one.outstanding))));
        expect(new Set(shares.map((share) => share.billId)).size).toBe(shares.length);
        for (const { billId, amount: part } of shares) {
          expect(part).toBeGreaterThan(0);
          expect(part).toBeLessThanOrEqual(open.find((one) => one.billId === billId)?.outstanding ?? 0);
        }
      }),
    );
  });

  it("leaves no older bill open when it touches a newer one, and shares a day fairly to the fen", () => {
    fc.assert(
      fc.property(money, debts, (amount, open) => {
        const shares = allocateByLaw(amount, open);
        const on = (one: Debt) => shares.find((share) => share.billId === one.billId)?.amount ?? 0;
        for (const newer of open)
          for (const older of open) {
            if (older.dueOn < newer.dueOn && on(newer) > 0) expect(on(older)).toBe(older.outstanding);
            if (older.dueOn !== newer.dueOn) continue;
            const apart =
              BigInt(on(older)) * BigInt(newer.outstanding) - BigInt(on(newer)) * BigInt(older.outstanding);
            expect(apart < 0n ? -apart : apart).toBeLessThanOrEqual(
              BigInt(older.outstanding + newer.outstanding),
            );
          }
      }),
    );
  });

  it("does not depend on the order the debts are told in", () => {
    fc.assert(
      fc.property(money, debts, (amount, open) => {
        const sorted = (shares: { billId: string }[]) =>
          shares.toSorted((a, b) => (a.billId < b.billId ? -1 : 1));
        expect(sorted(allocateByLaw(amount, open.toReversed()))).toEqual(sorted(allocateByLaw(amount, open)));
      }),
    );
  });
});
