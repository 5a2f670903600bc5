import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ItemOf } from "../table/entity";
import { addSides, sidesOfSheets } from "./comparison";
import { Grid } from "./grid";
import { satisfiedRate, score } from "./histogram";
import { monthPeriod, periodOf } from "./period";
import { compareRates } from "./rate";
import { type FamilyName, families, type SheetCell } from "./sheet";
import { gridsWith, type Sheet } from "./sheet.entity";
import {
  type DrillableFigure,
  figureOf,
  isMadeOf,
  monthsOf,
  type SummedFigure,
  sidesOf,
  summedFigures,
  sumOfCells,
} from "./terms";

type SheetItem = ItemOf<typeof Sheet>;
const year = "2026";
const now = "2026-10";

const cellOf = (family: FamilyName, scope: string) =>
  fc
    .tuple(
      fc.constantFrom(...families[family].rows),
      fc.constantFrom(...families[family].columns),
      fc.integer({ min: 1, max: 100_000 }),
    )
    .map(([row, column, amount]): SheetCell => ({ family, scope, projectId: "p", row, column, amount }));
const anyCell = fc.oneof(
  cellOf("service", year),
  cellOf("collection", year),
  cellOf("satisfaction", year),
  cellOf("balance", "all"),
);
const cells = fc.array(anyCell, { maxLength: 200 });
const periods = fc.constantFrom("2026", "2026-01", "2026-06", "2026-10", "2026-12");

function sheetOf(scope: string, own: readonly SheetCell[]): SheetItem {
  const grids = new Map<FamilyName, Grid>();
  for (const { family, row, column, amount } of own) {
    const grid = grids.get(family) ?? new Grid(families[family]);
    grid.add(row, column, amount);
    grids.set(family, grid);
  }
  return { scope, projectId: "p", ...gridsWith(undefined, grids), asOf: "", tenantId: "t", rev: 1 };
}

const sheetsOf = (all: readonly SheetCell[]) => {
  const of = (scope: string) =>
    sheetOf(
      scope,
      all.filter((cell) => cell.scope === scope),
    );
  return { year: of(year), always: of("all") };
};

describe("every figure", () => {
  it("is the same from kept sheets as from the cells that were added to them", () => {
    fc.assert(
      fc.property(cells, periods, (all, chosen) => {
        const period = periodOf(chosen, now);
        const kept = sidesOfSheets(sheetsOf(all), period);
        for (const figure of summedFigures)
          expect({ figure, ...kept[figure] }).toEqual({
            figure,
            ...sidesOf(figure, period, sumOfCells(all)),
          });
      }),
    );
  });

  it("changes with a cell only if it is made of it", () => {
    fc.assert(
      fc.property(cells, anyCell, periods, (all, one, chosen) => {
        const period = periodOf(chosen, now);
        const [before, after] = [all, [...all, one]].map((some) => sidesOfSheets(sheetsOf(some), period));
        if (!isMadeOf(period, one)) expect(after).toEqual(before);
        else expect(after).not.toEqual(before);
      }),
    );
  });

  it("of projects together is the sum of theirs", () => {
    fc.assert(
      fc.property(cells, cells, periods, (a, b, chosen) => {
        const period = periodOf(chosen, now);
        const [first, second, both] = [a, b, [...a, ...b]].map((some) =>
          sidesOfSheets(sheetsOf(some), period),
        );
        expect(addSides([first, second].flatMap((one) => one ?? []))).toEqual(both);
      }),
    );
  });
});

describe("the definitions", () => {
  const of = (amounts: Record<string, number>, family: "collection" | "service", row = "10") =>
    Object.entries(amounts).map(
      ([column, amount]): SheetCell => ({ family, scope: year, projectId: "p", row, column, amount }),
    );
  const shown = (all: readonly SheetCell[], figure: SummedFigure, chosen = "2026-10") =>
    figureOf(figure, sidesOf(figure, periodOf(chosen, now), sumOfCells(all)));

  it("put each count of service over its own denominator", () => {
    // Every column differs, so that a rate made of the wrong two is seen.
    const all = of(
      Object.fromEntries(families.service.columns.map((column, at) => [column, 100 + at])),
      "service",
    );
    const at = (column: (typeof families.service.columns)[number]) =>
      100 + families.service.columns.indexOf(column);
    const over = (numerator: (typeof families.service.columns)[number], denominator: typeof numerator) => ({
      numerator: at(numerator),
      denominator: at(denominator),
    });
    expect(shown(all, "created")).toBe(at("created"));
    expect(shown(all, "complaints")).toBe(at("complaints"));
    expect(shown(all, "completion")).toEqual(over("closedOfCreated", "created"));
    expect(shown(all, "responseOnTime")).toEqual(over("responseOnTime", "responseDue"));
    expect(shown(all, "completionOnTime")).toEqual(over("completionOnTime", "completionDue"));
    expect(shown(all, "callbackIn24h")).toEqual(over("callbackIn24h", "callbackWanted"));
    expect(shown(all, "callbackSatisfied")).toEqual(over("callbackSatisfied", "callbackReached"));
    expect(shown(all, "repeatRepair")).toEqual(over("repairsRepeated", "repairsCompleted"));
    expect(shown(all, "reopened")).toEqual(over("reopened", "closed"));
    expect(shown(all, "complaintsHandled")).toEqual(over("complaintsClosed", "complaints"));
    expect(shown(all, "verifiedOnTime")).toEqual(over("verifiedOnTime", "verifiedDue"));
    expect(shown(all, "onSiteOnTime")).toEqual(over("onSiteOnTime", "onSiteDue"));
    expect(shown(all, "answeredOnTime")).toEqual(over("answeredOnTime", "answeredDue"));
  });

  it("take a waiver off the receivable and never for money", () => {
    const bills = { billed: 1_000_00, collectedInPeriod: 680_00, collected: 765_00 };
    const all = of({ ...bills, waived: 50_00 }, "collection");
    expect(shown(all, "current")).toEqual({ numerator: 680_00, denominator: 950_00 });
    expect(shown(all, "asOfNow")).toEqual({ numerator: 765_00, denominator: 950_00 });
    expect(shown(all, "waived")).toEqual({ numerator: 50_00, denominator: 1_000_00 });
    expect(shown(of({ billed: 5, waived: 5 }, "collection"), "current")).toBeNull();
  });

  it("know no figure without a denominator", () => {
    for (const figure of summedFigures)
      expect({ figure, is: shown([], figure) }).toEqual({
        figure,
        is: figure === "created" || figure === "complaints" ? 0 : null,
      });
  });

  it("count houses for single months only: over several the sheets know no houses", () => {
    const all = of({ housesBilled: 4, housesClear: 3 }, "collection");
    expect(shown(all, "households")).toEqual({ numerator: 3, denominator: 4 });
    expect(shown(all, "households", "2026")).toBeNull();
  });

  it("put overall collection between arrears recovery and the year to date", () => {
    const part = fc.tuple(fc.nat(10 ** 9), fc.nat(10 ** 9), fc.nat(10 ** 9));
    fc.assert(
      fc.property(part, part, ([recovered, left, off], [collected, open, waived]) => {
        const earlier: SheetCell = {
          ...{ family: "balance", scope: "all", projectId: "p", row: "2025", column: "left" },
          amount: recovered + left + off,
        };
        const all = [
          earlier,
          ...of({ recovered, waivedEarlier: off }, "collection", "03"),
          ...of({ billed: collected + open + waived, collected, waived }, "collection"),
        ];
        const parts = [shown(all, "arrearsRecovery"), shown(all, "yearToDate")];
        const overall = shown(all, "overall");
        const [low, high] = parts
          .flatMap((one) => (typeof one === "object" && one ? [one] : []))
          .sort(compareRates);
        if (!low || !high || typeof overall === "number") return;
        expect(compareRates(low, overall)).toBeLessThanOrEqual(0);
        expect(compareRates(overall, high)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it("of satisfaction are those of a histogram", () => {
    const histogram = fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50));
    fc.assert(
      fc.property(histogram, (counts) => {
        const all = counts.map(
          (amount, at): SheetCell => ({
            ...{ family: "satisfaction", scope: year, projectId: "p", row: "10" },
            ...{ column: String(at + 1), amount },
          }),
        );
        expect(shown(all, "satisfied")).toEqual(satisfiedRate(counts));
        expect(shown(all, "score")).toEqual(score(counts));
      }),
    );
  });
});

describe("the months that are looked through", () => {
  it.each<[DrillableFigure, string, readonly [string, string]]>([
    ["current", "2026-09", ["2026-09", "2026-09"]],
    ["waived", "2026", ["2026-01", "2026-10"]],
    ["yearToDate", "2026-09", ["2026-01", "2026-09"]],
    ["arrearsRecovery", "2026-09", ["", "2026-09"]],
    ["completion", "2025", ["", "2025-12"]],
  ])("for %s in %s", (figure, chosen, expected) => {
    expect(monthsOf(figure, periodOf(chosen, now))).toEqual(expected);
  });
});

it("a month is the same period whenever it is looked at", () => {
  expect(monthPeriod("2026-03")).toEqual(periodOf("2026-03", "2030-01"));
  expect(monthPeriod("2026-03")).toEqual({
    ...{ year, month: "03", months: ["03"], soFar: ["01", "02", "03"] },
  });
});
