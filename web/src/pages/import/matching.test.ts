import { expect, test } from "vitest";
import { alike, matchingOf, rematched } from "./matching";

const sheet = (headings: string[], matching: Record<string, number> = {}) => ({
  sheet: "1",
  row: 1,
  headings,
  matching,
  missing: [],
  good: 0,
  refused: 0,
  reasons: [],
});

test("a matching names every field", () => {
  expect(matchingOf([{ field: "room" }, { field: "area" }], sheet(["a", "b"], { room: 1 }))).toEqual({
    room: 1,
    area: null,
  });
});

test("a column that is given to another field leaves the one that had it", () => {
  expect(rematched({ room: 1, area: null, unit: null }, "area", 1)).toEqual({
    room: null,
    area: 1,
    unit: null,
  });
  expect(rematched({ room: 1, area: null }, "room", null)).toEqual({ room: null, area: null });
});

test("sheets are alike by their headings, and one alone has nobody to be alike", () => {
  expect(alike([sheet(["a"]), sheet(["a"])])).toBe(true);
  expect(alike([sheet(["a"]), sheet(["b"])])).toBe(false);
  expect(alike([sheet(["a"])])).toBe(false);
});
