import fc from "fast-check";
import { expect, it } from "vitest";
import { Grid } from "./grid";

const [rows, columns] = [
  ["a", "b"],
  ["x", "y", "z"],
];
/** What a number of each width may be. */
const bounds = { 3: 2 ** 23 - 1, 4: 2 ** 31 - 1, 7: Number.MAX_SAFE_INTEGER, 8: Number.MAX_SAFE_INTEGER };

it.each([3, 4, 7, 8] as const)("keeps every number that is allowed in %d bytes", (width) => {
  const most = bounds[width];
  const number = fc.oneof(
    fc.integer({ min: -most, max: most }),
    fc.constantFrom(0, 1, -1, most, -most, 0xffff, 0x1_0000, -0x1_0000),
  );
  const six = fc.array(number, { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(six, six, (before, after) => {
      const grid = new Grid({ rows, columns, width });
      const places = rows.flatMap((row) => columns.map((column) => [row, column] as const));
      const to = (values: readonly number[]) => {
        for (const [at, [row, column]] of places.entries())
          grid.add(row, column, (values[at] ?? 0) - grid.at(row, column));
      };
      // From one number to another as sheets go, by what is between them, which must be exact itself.
      fc.pre(before.every((one, at) => Number.isSafeInteger((after[at] ?? 0) - one)));
      for (const values of [before, after]) {
        to(values);
        const stored = new Grid({ rows, columns, width }, grid.toBytes());
        expect(places.map(([row, column]) => stored.at(row, column))).toEqual(values);
      }
    }),
  );
});
