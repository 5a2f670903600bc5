import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { startOfDate } from "../clock";
import type { allocationSchema } from "../fee/allocation.entity";
import { sums } from "../fee/bill";
import type { billSchema } from "../fee/bill.entity";
import { lastDayOf, sumOf } from "../fee/terms";
import { total } from "./counted.entity";
import { allocationCells, billCells } from "./fee.cells";
import { monthPeriod, periodOf } from "./period";
import { type SummedFigure, sidesOf, sumOfCells } from "./terms";

type Bill = z.output<typeof billSchema>;
type Allocation = z.output<typeof allocationSchema>;
type History = { bills: Bill[]; allocations: Allocation[] };

const zone = "Asia/Shanghai";
const projectId = "prj_01JD3V0N5W2Q8Z7R6T5Y4X3W2V";
const years = ["2004", "2023", "2024", "2025", "2026", "2027", "2028"];

/** Instants of five years, and those at the very edges of local months and years. */
const instant = fc.oneof(
  fc
    .integer({ min: Date.parse("2023-06-01T00:00:00Z"), max: Date.parse("2028-06-01T00:00:00Z") })
    .map((ms) => new Date(ms).toISOString()),
  fc.constantFrom(
    "2024-12-31T15:59:59.999Z",
    "2024-12-31T16:00:00.000Z",
    "2025-12-31T15:59:59.999Z",
    "2025-12-31T16:00:00.000Z",
    "2026-02-28T15:59:59.999Z",
    "2026-02-28T16:00:00.000Z",
  ),
);
const period = fc.oneof(
  fc.constantFrom("2004-05", "2024-12", "2025-01", "2025-12", "2026-01", "2026-02"),
  fc
    .tuple(fc.integer({ min: 2023, max: 2027 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => `${year}-${String(month).padStart(2, "0")}`),
);
type Happening = { what: string; share: number; at: string };
type Life = {
  period: string;
  amount: number;
  developer: boolean;
  cancelled: boolean;
  happenings: Happening[];
};

const happening: fc.Arbitrary<Happening> = fc.record({
  what: fc.constantFrom("pay", "pay", "pay", "refund", "waive"),
  share: fc.integer({ min: 1, max: 100 }),
  at: instant,
});
const life: fc.Arbitrary<Life> = fc.record({
  period,
  amount: fc.integer({ min: 1, max: 1_000_000 }),
  developer: fc.boolean(),
  cancelled: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
  happenings: fc.array(happening, { maxLength: 6 }),
});

/** The records that a bill's life leaves behind: payments and refunds as they come, in any order of time. */
function lived(one: Life, i: number): History {
  const waivers: Bill["waivers"] = [];
  const allocations: Allocation[] = [];
  const write = (amount: number, valueAt: string, kind: Allocation["kind"]) =>
    allocations.push({
      ...{
        allocationId: `alc_${i}_${allocations.length}`,
        billId: `bil_${i}`,
        projectId,
        houseId: `hou_${i}`,
      },
      ...{
        houseCode: `1-1-${i}`,
        number: `ZD-${i}`,
        period: one.period,
        amount,
        kind,
        method: "cash",
        valueAt,
      },
      ...{ debtor: one.developer ? "developer" : "resident", by: "test", at: valueAt },
    });
  for (const { what, share, at } of one.happenings) {
    const paid = sumOf(allocations.map(({ amount }) => amount));
    const open = one.amount - paid - sumOf(waivers.map(({ amount }) => amount));
    const part = Math.ceil(((what === "refund" ? paid : open) * share) / 100);
    if (part === 0) continue;
    if (what === "pay") write(part, at, "payment");
    else if (what === "refund") write(-part, at, "refund");
    else waivers.push({ amount: part, reason: "test", by: "test", at });
  }
  if (one.cancelled)
    for (const { amount, valueAt } of [...allocations]) write(-amount, valueAt, "cancelledBill");
  const paid = sumOf(allocations.map(({ amount }) => amount));
  const cancelled = one.cancelled
    ? { reason: "test", by: "test", at: "2028-05-01T00:00:00.000Z" }
    : undefined;
  const amounts = { amount: one.amount, waivers, paid, cancelled };
  const bill: Bill = {
    ...{ billId: `bil_${i}`, projectId, houseId: `hou_${i}`, houseCode: `1-1-${i}`, number: `ZD-${i}` },
    ...{ period: one.period, revision: 1, origin: "run", debtor: one.developer ? "developer" : "resident" },
    ...{ lines: [{ item: "物业费", amount: one.amount }], dueOn: lastDayOf(one.period) },
    ...{ issuedAt: "2023-01-01T00:00:00.000Z", ...amounts, ...sums(amounts) },
  };
  return { bills: [bill], allocations };
}

const histories: fc.Arbitrary<History> = fc.array(life, { maxLength: 8 }).map((all) => {
  const each = all.map(lived);
  return { bills: each.flatMap(({ bills }) => bills), allocations: each.flatMap((one) => one.allocations) };
});

const cellsOf = ({ bills, allocations }: History) => [
  ...bills.flatMap((bill) => billCells.cells(bill, zone)),
  ...allocations.flatMap((allocation) => allocationCells.cells(allocation, zone)),
];

/** Reads the numbers that a history's records are counted in. */
function counted(history: History) {
  const cells = total(cellsOf(history));
  return (family: string, scope: string, row: string, column: string) =>
    cells[[family, scope, projectId, row, column].join("|")] ?? 0;
}

/** Slow and plain: from the raw records, by the words of figures.md, with instants compared as they are. */
function plainly({ bills, allocations }: History, debtor: "resident" | "developer" = "resident") {
  const counts = bills.filter((bill) => !bill.cancelled && bill.debtor === debtor);
  const yearOf = (bill: Bill) => bill.period.slice(0, 4);
  const begin = (year: string) => startOfDate(`${year}-01-01`, zone);
  const after = (year: string) => begin(String(Number(year) + 1));
  const on = (bill: Bill, from: string, until: string) =>
    sumOf(
      allocations
        .filter(({ billId, valueAt }) => billId === bill.billId && valueAt >= from && valueAt < until)
        .map(({ amount }) => amount),
    );
  const waived = (bill: Bill, from: string, until: string) =>
    sumOf(bill.waivers.filter(({ at }) => at >= from && at < until).map(({ amount }) => amount));
  const ever = ["0", "9"] as const;
  const earlier = (year: string) => counts.filter((bill) => yearOf(bill) < year);
  const ofMonth = (month: string) => counts.filter((bill) => bill.period === month);
  const yearEnd = (month: string) => after(month.slice(0, 4));
  const periodEnd = (month: string) =>
    new Date(Date.parse(startOfDate(lastDayOf(month), zone)) + 86_400_000).toISOString();
  return {
    opening: (year: string) =>
      sumOf(
        earlier(year).map(
          (bill) => bill.amount - waived(bill, "0", begin(year)) - on(bill, "0", begin(year)),
        ),
      ),
    recovered: (year: string) => sumOf(earlier(year).map((bill) => on(bill, begin(year), after(year)))),
    waivedSince: (year: string) => sumOf(earlier(year).map((bill) => waived(bill, begin(year), after(year)))),
    billed: (month: string) => sumOf(ofMonth(month).map(({ amount }) => amount)),
    waivedOf: (month: string) => sumOf(ofMonth(month).map((bill) => waived(bill, ...ever))),
    collected: (month: string) => sumOf(ofMonth(month).map((bill) => on(bill, ...ever))),
    collectedByPeriodEnd: (month: string) =>
      sumOf(ofMonth(month).map((bill) => on(bill, "0", periodEnd(month)))),
    collectedByYearEnd: (month: string) => sumOf(ofMonth(month).map((bill) => on(bill, "0", yearEnd(month)))),
    houses: (month: string) => ofMonth(month).length,
    clear: (month: string) =>
      ofMonth(month).filter((bill) => bill.amount - waived(bill, ...ever) - on(bill, ...ever) === 0).length,
  };
}

const rows = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
const months = rows(1, 12).map((month) => month.padStart(2, "0"));
const overYear = (at: ReturnType<typeof counted>, year: string, column: string) =>
  sumOf(months.map((month) => at("collection", year, month, column)));
const opening = (at: ReturnType<typeof counted>, year: string) =>
  sumOf(rows(2005, Number(year) - 1).map((row) => at("balance", "all", row, "left")));

describe("collection and balances, from random histories, are what the plain definitions say", () => {
  it("for every month: billed, waived, collected by its end and to now, houses", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const at = counted(history);
        const plain = plainly(history);
        for (const month of new Set(history.bills.map((bill) => bill.period))) {
          const own = (column: string) => at("collection", month.slice(0, 4), month.slice(5), column);
          expect(own("billed")).toBe(plain.billed(month));
          expect(own("waived")).toBe(plain.waivedOf(month));
          expect(own("collected")).toBe(plain.collected(month));
          expect(own("collectedInPeriod")).toBe(plain.collectedByPeriodEnd(month));
          expect(own("housesBilled")).toBe(plain.houses(month));
          expect(own("housesClear")).toBe(plain.clear(month));
          expect(own("billed") - own("waived") - own("collected")).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("for every year: outstanding on 1 January, recovered and waived since, and so what the year hands on", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const at = counted(history);
        const plain = plainly(history);
        for (const year of years.slice(1)) {
          expect(opening(at, year)).toBe(plain.opening(year));
          expect(overYear(at, year, "recovered")).toBe(plain.recovered(year));
          expect(overYear(at, year, "waivedEarlier")).toBe(plain.waivedSince(year));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("for every rate of a month, its two sides as the comparison puts them together", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const cells = sumOfCells(cellsOf(history));
        const plain = plainly(history);
        for (const month of new Set(history.bills.map((bill) => bill.period))) {
          const year = month.slice(0, 4);
          const soFar = months.map((own) => `${year}-${own}`).filter((own) => own <= month);
          const over = (of: (own: string) => number) => sumOf(soFar.map(of));
          const receivable = (own: string) => plain.billed(own) - plain.waivedOf(own);
          const opening = plain.opening(year) - plain.waivedSince(year);
          const expected: Partial<Record<SummedFigure, [number, number]>> = {
            current: [plain.collectedByPeriodEnd(month), receivable(month)],
            asOfNow: [plain.collected(month), receivable(month)],
            yearToDate: [over(plain.collected), over(receivable)],
            arrearsRecovery: [plain.recovered(year), opening],
            overall: [plain.recovered(year) + over(plain.collected), opening + over(receivable)],
            households: [plain.clear(month), plain.houses(month)],
            waived: [plain.waivedOf(month), plain.billed(month)],
          };
          for (const [figure, [numerator, denominator]] of Object.entries(expected))
            expect({ figure, ...sidesOf(figure as SummedFigure, monthPeriod(month), cells) }).toEqual({
              ...{ figure, numerator, denominator },
            });
        }
      }),
      { numRuns: 200 },
    );
  });

  it("for a whole year, what was collected up to its end, and to now", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const cells = sumOfCells(cellsOf(history));
        const plain = plainly(history);
        for (const year of years) {
          const over = (of: (own: string) => number) => sumOf(months.map((own) => of(`${year}-${own}`)));
          const denominator = over((own) => plain.billed(own) - plain.waivedOf(own));
          const sides = (figure: SummedFigure) => sidesOf(figure, periodOf(year, "2040-01"), cells);
          expect(sides("current")).toEqual({ numerator: over(plain.collectedByYearEnd), denominator });
          expect(sides("asOfNow")).toEqual({ numerator: over(plain.collected), denominator });
        }
      }),
      { numRuns: 200 },
    );
  });

  it("with developer-owed bills in their own columns and in no other", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const at = counted(history);
        const plain = plainly(history, "developer");
        for (const month of new Set(history.bills.map((bill) => bill.period))) {
          const own = (column: string) => at("collection", month.slice(0, 4), month.slice(5), column);
          expect(own("developerBilled")).toBe(plain.billed(month) - plain.waivedOf(month));
          expect(own("developerCollected")).toBe(plain.collected(month));
        }
      }),
    );
  });

  it("with nothing at all left of a cancelled bill", () => {
    fc.assert(
      fc.property(life, (one) => {
        expect(total(cellsOf(lived({ ...one, cancelled: true }, 0)))).toEqual({});
      }),
    );
  });
});

describe("one bill's way through the years", () => {
  const story = (happenings: Happening[], billed = "2025-11") =>
    counted(lived({ period: billed, amount: 100, developer: false, cancelled: false, happenings }, 0));
  const pay = (share: number, at: string) => ({ what: "pay", share, at });

  it("counts a debt recovered in a later year in that year's month, not against the months of then", () => {
    const at = story([pay(30, "2025-12-05T00:00:00.000Z"), pay(50, "2026-03-05T00:00:00.000Z")]);
    expect(opening(at, "2026")).toBe(70);
    expect(at("collection", "2026", "03", "recovered")).toBe(35);
    expect(at("collection", "2026", "03", "collected")).toBe(0);
    expect(at("collection", "2025", "11", "collected")).toBe(65);
    expect(at("collection", "2025", "11", "collectedInPeriod")).toBe(0);
    expect(opening(at, "2027")).toBe(35);
  });

  it("takes money put on a bill ahead of its year for that year, not as recovered", () => {
    const at = story([pay(100, "2025-12-20T00:00:00.000Z")], "2026-01");
    expect(opening(at, "2026")).toBe(0);
    expect(opening(at, "2027")).toBe(0);
    expect(at("collection", "2026", "01", "collectedInPeriod")).toBe(100);
    expect(overYear(at, "2026", "recovered")).toBe(0);
  });

  it("leaves outstanding on 1 January what was waived only after it", () => {
    const at = story([{ what: "waive", share: 40, at: "2026-05-05T00:00:00.000Z" }]);
    expect(opening(at, "2026")).toBe(100);
    expect(at("collection", "2026", "05", "waivedEarlier")).toBe(40);
    expect(at("collection", "2025", "11", "waived")).toBe(40);
    expect(opening(at, "2027")).toBe(60);
  });

  it("counts the last local instant of a month in it and the next one in the next", () => {
    const last = story([pay(100, "2025-11-30T15:59:59.999Z")]);
    const next = story([pay(100, "2025-11-30T16:00:00.000Z")]);
    expect(last("collection", "2025", "11", "collectedInPeriod")).toBe(100);
    expect(next("collection", "2025", "11", "collectedInPeriod")).toBe(0);
    expect(next("collection", "2025", "11", "collected")).toBe(100);
  });
});
