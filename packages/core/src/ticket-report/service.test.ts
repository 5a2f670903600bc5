import fc from "fast-check";
import { expect, it } from "vitest";
import type { BillItem } from "../fee/bill";
import { sums } from "../fee/bill";
import type { Setting } from "./columns";
import { serviceCells, serviceTotals } from "./service";

const setting: Setting = {
  ...{
    locale: "en",
    zone: "Asia/Shanghai",
    categories: [],
    projectName: "x",
    now: "2026-11-21T00:00:00.000Z",
  },
};
const paymentOf = (...bills: Partial<BillItem>[]) =>
  serviceCells({ quotes: [], bills: bills.map(bill) }, setting).payment;

function bill({ amount = 9_000, waivers = [], paid = 0, cancelled }: Partial<BillItem>): BillItem {
  return { number: "ZD202611-0001", amount, paid, ...sums({ amount, waivers, paid, cancelled }) } as BillItem;
}

const decided = { reason: "x", by: "x", at: "2026-11-21T00:00:00.000Z" };

it.each([
  ["unpaid", [{}]],
  ["partly", [{ paid: 1 }]],
  ["paid", [{ paid: 9_000 }]],
  ["waived", [{ waivers: [{ amount: 9_000, ...decided }] }]],
  ["paid", [{ paid: 8_000, waivers: [{ amount: 1_000, ...decided }] }]],
  ["cancelled", [{ cancelled: decided }]],
  ["partly", [{ paid: 9_000 }, {}]],
  ["paid", [{ paid: 9_000 }, { cancelled: decided }]],
  [null, []],
])("%s is what is said of such bills", (said, bills) => {
  expect(paymentOf(...bills)).toBe(said);
});

it("a list comes to the exact sum of its lines", () => {
  const amount = fc.integer({ min: 0, max: 10_000_000 });
  fc.assert(
    fc.property(fc.array(fc.record({ labour: amount, materials: amount })), (all) => {
      const rows = all.map((one) => ({
        ...{ labour: one.labour / 100, materials: one.materials / 100 },
        ...{ total: (one.labour + one.materials) / 100, outstanding: null },
      }));
      const exact = (of: (one: (typeof all)[number]) => number) =>
        all.reduce((sum, one) => sum + of(one), 0) / 100;
      expect(serviceTotals(rows)).toEqual({
        services: all.length,
        labour: exact(({ labour }) => labour),
        materials: exact(({ materials }) => materials),
        total: exact(({ labour, materials }) => labour + materials),
        outstanding: 0,
      });
    }),
  );
});
