import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Visibility } from "./suppression";
import { suppressTable } from "./suppression-table";

const cell = fc.oneof(fc.nat(4), fc.nat(7), fc.nat(60), fc.constant(0));
const table = (most: number) =>
  fc.tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: most })).chain(([rows, columns]) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

/** The table with its margins, as numbers and as what is seen of them. */
function whole(answers: number[][]) {
  const add = (line: number[]) => line.reduce((a, b) => a + b, 0);
  const rows = answers.map((line) => [...line, add(line)]);
  const counts = [...rows, (rows[0] ?? []).map((_, column) => add(rows.map((line) => line[column] ?? 0)))];
  const { cells, rowTotals, columnTotals, total } = suppressTable(answers);
  const seen: Visibility[][] = [
    ...cells.map((line, row) => [...line, rowTotals[row] ?? "empty"]),
    [...columnTotals, total],
  ];
  return { counts, seen };
}

/** One equation a row and a column over the hidden cells: inner ones count +1, the line's own total −1. */
function equations(seen: Visibility[][]): number[][] {
  const unknown = seen.flatMap((line, row) =>
    line.flatMap((one, column) => (one === "hidden" ? [{ row, column }] : [])),
  );
  const [lastRow, lastColumn] = [seen.length - 1, (seen[0]?.length ?? 0) - 1];
  const byRow = seen.map((_, line) =>
    unknown.map(({ row, column }) => (row !== line ? 0 : column === lastColumn ? -1 : 1)),
  );
  const byColumn = (seen[0] ?? []).map((_, line) =>
    unknown.map(({ row, column }) => (column !== line ? 0 : row === lastRow ? -1 : 1)),
  );
  return [...byRow, ...byColumn];
}

/** How many unknowns have one value only: Gauss–Jordan; entries stay −1, 0, 1 in such tables, so exact. */
function solvable(matrix: number[][]): number {
  const rows = matrix.map((line) => [...line]);
  let done = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const pivot = rows.findIndex((line, index) => index >= done && line[column] !== 0);
    const line = rows[pivot];
    if (!line) continue;
    rows.splice(pivot, 1);
    const unit = line.map((value) => value / (line[column] ?? 1));
    for (const [index, other] of rows.entries()) {
      const factor = other[column] ?? 0;
      rows[index] = other.map((value, at) => value - factor * (unit[at] ?? 0));
    }
    rows.splice(done, 0, unit);
    done++;
  }
  return rows.filter((line) => line.filter((value) => value !== 0).length === 1).length;
}

/** Smallest sum of hidden cells that some rows less some columns give, over all choices of lines. */
function smallestSum(counts: number[][], seen: Visibility[][]): number {
  const lines = equations(seen);
  const hidden = counts.flatMap((line, row) => line.filter((_, column) => seen[row]?.[column] === "hidden"));
  let smallest = Number.POSITIVE_INFINITY;
  for (let chosen = 0; chosen < 2 ** lines.length; chosen++) {
    const left = hidden.map((_, index) =>
      lines.reduce((sum, line, at) => {
        if (!(chosen & (1 << at))) return sum;
        return sum + (at < counts.length ? 1 : -1) * (line[index] ?? 0);
      }, 0),
    );
    const sum = left.reduce((total, factor, index) => total + factor * (hidden[index] ?? 0), 0);
    if (sum > 0 && left.every((factor) => factor === 0 || factor === 1)) smallest = Math.min(smallest, sum);
  }
  return smallest;
}

const picture = (answers: number[][]) =>
  whole(answers)
    .seen.map((line) => line.map((one) => one[0]).join(""))
    .join(" ");

describe("suppressTable", () => {
  it.each([
    [
      [
        [9, 8],
        [7, 6],
      ],
      "sss sss sss",
      "all large enough",
    ],
    [
      [
        [3, 9, 20],
        [8, 7, 30],
        [20, 30, 40],
      ],
      "hhss hhss ssss ssss",
      "a ring of the cheapest four",
    ],
    [
      [
        [3, 9],
        [0, 20],
      ],
      "hhs ess hhs",
      "an empty cell hides nobody",
    ],
    [[[3, 20]], "hhs hhs", "one row: its cells are the column totals"],
    [
      [
        [3, 0],
        [0, 20],
      ],
      "heh ehh hhs",
      "no inner ring, so totals hide too",
    ],
    [[[4]], "hh hh", "a lone cell is its totals"],
    [[[5]], "ss ss", "and is shown from 5"],
    [[[0, 0]], "eee eee", "nothing"],
    [[], "e", "nothing at all"],
    [
      [
        [1, 1],
        [1, 1],
      ],
      "hhh hhh hhh",
      "fewer than 5 in all",
    ],
  ])("%j → %s (%s)", (answers, expected) => expect(picture(answers)).toBe(expected));

  it("hides a third one where two hidden ones are fewer than 5 together", () => {
    const { seen } = whole([
      [1, 1, 40, 50],
      [1, 9, 40, 50],
      [40, 40, 40, 50],
    ]);
    expect(seen[0]?.filter((one) => one === "hidden").length).toBeGreaterThan(2);
  });

  it("takes the ring that hides the fewest answers, not the smallest neighbour", () => {
    const answers = [
      [3, 6, 8, 90],
      [7, 500, 9, 90],
      [90, 90, 90, 90],
    ];
    expect(picture(answers)).toBe("hshss hshss sssss sssss");
  });

  it("refuses what is no table of counts", () => {
    expect(() => suppressTable([[1, 2], [3]])).toThrow(RangeError);
    expect(() => suppressTable([[1, -2]])).toThrow(RangeError);
    expect(() => suppressTable([[0.5]])).toThrow(RangeError);
  });

  it("shows nothing below 5, and the grand total from 5", () => {
    fc.assert(
      fc.property(table(6), (answers) => {
        const { counts, seen } = whole(answers);
        counts.forEach((line, row) => {
          line.forEach((count, column) => {
            if (seen[row]?.[column] === "shown") expect(count).toBeGreaterThanOrEqual(5);
            expect(seen[row]?.[column] === "empty").toBe(count === 0);
          });
        });
        const grand = counts.at(-1)?.at(-1) ?? 0;
        expect(seen.at(-1)?.at(-1)).toBe(grand === 0 ? "empty" : grand < 5 ? "hidden" : "shown");
        if (!counts.flat().some((count) => count > 0 && count < 5))
          expect(seen.flat()).not.toContain("hidden");
      }),
      { numRuns: 1000 },
    );
  });

  it("leaves no hidden cell that could be solved from what is shown", () => {
    fc.assert(
      fc.property(table(7), (answers) => {
        expect(solvable(equations(whole(answers).seen))).toBe(0);
      }),
      { numRuns: 2000 },
    );
  });

  it("leaves no sum of hidden cells below 5 that follows from what is shown", () => {
    fc.assert(
      fc.property(table(3), (answers) => {
        const { counts, seen } = whole(answers);
        expect(smallestSum(counts, seen)).toBeGreaterThanOrEqual(5);
      }),
      { numRuns: 500 },
    );
  });

  it("hides as much when rows and columns change places", () => {
    fc.assert(
      fc.property(table(5), (answers) => {
        const turned = (answers[0] ?? []).map((_, column) => answers.map((line) => line[column] ?? 0));
        const [there, back] = [suppressTable(answers), suppressTable(turned)];
        expect(back.total).toBe(there.total);
        const primary = (given: { cells: Visibility[][] }, from: number[][]) =>
          given.cells.flat().filter((one, index) => one === "hidden" && (from.flat()[index] ?? 0) < 5).length;
        expect(primary(back, turned)).toBe(primary(there, answers));
      }),
    );
  });

  it("does 200 projects by the seven dimensions, most of them small, within a test's time", () => {
    const answers = Array.from({ length: 200 }, (_, row) =>
      Array.from({ length: 7 }, (_, column) => (row * 31 + column * 17) % 13),
    );
    const { seen } = whole(answers);
    expect(solvable(equations(seen))).toBe(0);
  });
});

describe("the solver these tests judge by", () => {
  it("finds a cell that the shown ones give away", () => {
    const away: Visibility[][] = [
      ["hidden", "shown", "shown"],
      ["shown", "shown", "shown"],
      ["shown", "shown", "shown"],
    ];
    expect(solvable(equations(away))).toBe(1);
    const chain: Visibility[][] = [
      ["hidden", "hidden", "shown"],
      ["hidden", "shown", "shown"],
      ["shown", "shown", "shown"],
    ];
    expect(solvable(equations(chain))).toBe(3);
    expect(
      smallestSum(
        [
          [1, 1, 2],
          [6, 6, 12],
          [7, 7, 14],
        ],
        [
          ["hidden", "hidden", "shown"],
          ["hidden", "hidden", "shown"],
          ["shown", "shown", "shown"],
        ],
      ),
    ).toBe(2);
  });
});
