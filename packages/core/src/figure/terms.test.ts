import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ItemOf } from "../table/entity";
import { collectionOf, periodOf, serviceOf } from "./comparison";
import { type Cell, families, Grid } from "./sheet";
import type { Sheet } from "./sheet.entity";
import { type DrillableFigure, drillableFigures, figureTerms, monthsOf, sidesOf } from "./terms";

type SheetItem = ItemOf<typeof Sheet>;
const year = "2026";
const now = "2026-10";

const cellOf = (family: "service" | "collection" | "balance", scope: string) =>
  fc
    .tuple(
      fc.constantFrom(...families[family].rows),
      fc.constantFrom(...families[family].columns),
      fc.integer({ min: 1, max: 100_000 }),
    )
    .map(([row, column, amount]): Cell => ({ family, scope, projectId: "p", row, column, amount }));
const cells = fc.array(
  fc.oneof(cellOf("service", year), cellOf("collection", year), cellOf("balance", "all")),
  { maxLength: 200 },
);
const periods = fc.constantFrom("2026", "2026-01", "2026-06", "2026-10", "2026-12");

function sheetOf(scope: string, own: readonly Cell[]): SheetItem {
  const grids: SheetItem["grids"] = {};
  for (const { family, row, column, amount } of own) {
    const grid = new Grid(family, grids[family]);
    grid.add(row, column, amount);
    grids[family] = grid.toBytes();
  }
  return { scope, projectId: "p", grids, asOf: "", tenantId: "t", rev: 1 };
}

describe("the columns that are listed behind a figure", () => {
  it("are those it is computed from", () => {
    fc.assert(
      fc.property(cells, periods, (all, chosen) => {
        const period = periodOf(chosen, now);
        const of = (scope: string) =>
          sheetOf(
            scope,
            all.filter((cell) => cell.scope === scope),
          );
        const sheets = [{ year: of(year), always: of("all") }];
        const shown: Record<string, unknown> = {
          ...collectionOf(sheets, period),
          ...serviceOf(sheets, period),
        };
        for (const figure of drillableFigures) {
          const { numerator, denominator } = sidesOf(figure, all, period);
          const plain = figureTerms[figure].denominator.length === 0;
          const rate = denominator > 0 ? { numerator, denominator } : null;
          expect({ figure, is: shown[figure] }).toEqual({ figure, is: plain ? numerator : rate });
        }
      }),
    );
  });

  it("leave out no figure of collection and service", () => {
    const sheets = [{ year: undefined, always: undefined }];
    const period = periodOf(now, now);
    const names = Object.keys({ ...collectionOf(sheets, period), ...serviceOf(sheets, period) });
    expect([...drillableFigures].sort()).toEqual(names.sort());
  });
});

describe("the months that are looked through", () => {
  it.each<[DrillableFigure, string, readonly [string, string]]>([
    ["current", "2026-09", ["2026-09", "2026-09"]],
    ["households", "2026", ["2026-01", "2026-10"]],
    ["yearToDate", "2026-09", ["2026-01", "2026-09"]],
    ["arrearsRecovery", "2026-09", ["", "2026-09"]],
    ["completion", "2025", ["", "2025-12"]],
  ])("for %s in %s", (figure, chosen, expected) => {
    expect(monthsOf(figure, periodOf(chosen, now))).toEqual(expected);
  });
});
