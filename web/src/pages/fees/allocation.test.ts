import { allocateByLaw } from "@frontdesk/core/fee/allocate";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faultOf, proposeShares, remainders } from "./allocation";

const bill = (billId: string, dueOn: string, outstanding: number) => ({ billId, dueOn, outstanding });
const bills = [bill("c", "2026-11-30", 300), bill("a", "2026-09-30", 100), bill("b", "2026-10-31", 200)];

describe("the proposal", () => {
  test("pays the oldest first, the last one in part", () => {
    expect(proposeShares(250, bills)).toEqual({ a: 100, b: 150 });
  });

  test("leaves over what no bill needs", () => {
    expect(proposeShares(700, bills)).toEqual({ a: 100, b: 200, c: 300 });
    expect(remainders(700, bills, proposeShares(700, bills))).toEqual({ credit: 100, open: 0 });
  });

  test("is what the server does by itself, whatever is open and whatever comes in", () => {
    const anyBills = fc.uniqueArray(
      fc.record({
        billId: fc.string({ minLength: 1, maxLength: 4 }).map((text) => `bil_${text}`),
        dueOn: fc.constantFrom("2026-08-31", "2026-09-30", "2026-10-31", "2026-11-30"),
        outstanding: fc.integer({ min: 1, max: 10_000_000 }),
      }),
      { selector: (one) => one.billId, maxLength: 12 },
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60_000_000 }), anyBills, (amount, open) => {
        const server = Object.fromEntries(allocateByLaw(amount, open).map((one) => [one.billId, one.amount]));
        expect(proposeShares(amount, open)).toEqual(server);
      }),
    );
  });
});

test.each([
  [500, { a: 100, b: 100 }, undefined],
  [500, { a: 101 }, "moreThanBill"],
  [150, { a: 100, b: 100 }, "moreThanPayment"],
  [150, { a: 0 }, "none"],
] as const)("of %s with %j the fault is %s", (amount, shares, fault) => {
  expect(faultOf(amount, bills, shares)).toBe(fault);
});
test("without open bills everything stays in hand", () => expect(faultOf(100, [], {})).toBeUndefined());
