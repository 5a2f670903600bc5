import { expect, test } from "vitest";
import { complete, suggested } from "./targets";

const known = { name: "A", good: 3, refused: 0, projectId: "prj_1" };
const unknown = { name: "B", good: 1, refused: 0 };
const hopeless = { name: "C", good: 0, refused: 9 };

test("a known name goes to its project, an unknown one to a new project where that may be made", () => {
  expect(suggested([known, unknown, hopeless], "houses", true)).toEqual({ A: "prj_1", B: "new" });
  expect(suggested([known, unknown], "houses", false)).toEqual({ A: "prj_1" });
  expect(suggested([known, unknown], "arrears", true)).toEqual({ A: "prj_1" });
});

test("an import can start once everything has its place and something is taken in", () => {
  expect(complete([known, unknown, hopeless], { A: "prj_1" })).toBe(false);
  expect(complete([known, unknown, hopeless], { A: "prj_1", B: "skip" })).toBe(true);
  expect(complete([known], { A: "skip" })).toBe(false);
  expect(complete([hopeless], {})).toBe(false);
});
