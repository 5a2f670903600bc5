import { describe, expect, test } from "vitest";
import { choices, inKind, moved, periodName, periodOf } from "./period";

test.each([
  ["2026-11", "2026-11"],
  ["2026", "2026"],
  ["2026-13", undefined],
  ["1926", undefined],
  ["2026-1", undefined],
  ["now", undefined],
  [undefined, undefined],
])("%s in an address is %s", (text, period) => expect(periodOf(text)).toBe(period));

test.each([
  ["2026-11", 1, "2026-12"],
  ["2026-12", 1, "2027-01"],
  ["2026-01", -1, "2025-12"],
  ["2026-11", -36, "2023-11"],
  ["2026", -1, "2025"],
])("%s moved by %i is %s", (period, by, expected) => expect(moved(period, by)).toBe(expected));

test.each([
  ["2026-03", "year", "2026"],
  ["2026", "month", "2026-11"],
  ["2025", "month", "2025-12"],
  ["2025-04", "month", "2025-04"],
] as const)("%s as a %s is %s", (period, kind, expected) => {
  expect(inKind(period, kind, "2026-11")).toBe(expected);
});

describe("the choice", () => {
  test("goes back from the present", () => {
    expect(choices("2026-10", "2026-11").slice(0, 3)).toEqual(["2026-11", "2026-10", "2026-09"]);
    expect(choices("2026", "2026-11")).toEqual(["2026", "2025", "2024", "2023", "2022", "2021"]);
  });

  test("holds a period outside of it too, in its place", () => {
    expect(choices("2027-02", "2026-11")[0]).toBe("2027-02");
    expect(choices("2015-02", "2026-11").at(-1)).toBe("2015-02");
  });
});

test("periods are named in both languages", () => {
  expect(periodName("2026-11", "zh-CN")).toBe("2026年11月");
  expect(periodName("2026-11", "en")).toBe("November 2026");
  expect(periodName("2026", "zh-CN")).toBe("2026年");
  expect(periodName("2026", "en")).toBe("2026");
});
