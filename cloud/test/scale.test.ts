import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { billHours, delivered, heat, keyWrites, moved, noticeDay, tables } from "../scale";
import { root } from "./templates";

it("is told in docs/scale.md as it comes out", () => {
  const doc = readFileSync(join(root, "docs/scale.md"), "utf8");
  const shown = /<!-- tables -->\n([\s\S]*?)\n<!-- \/tables -->/.exec(doc)?.[1]?.trim();
  expect(shown).toBe(tables());
});

describe("the month end, moved as the document says", () => {
  it("heats no partition key beyond what it takes", () => {
    expect(heat(moved).filter(({ needs }) => needs > keyWrites)).toEqual([]);
  });

  it("bills everybody within a working day and sends every notice by 22:00", () => {
    expect(billHours(moved)).toBeLessThan(10);
    expect(noticeDay(moved)).toMatchObject({ withinTheDay: true });
  });
});

it("loses nothing by being slow: more time, never fewer notices", () => {
  const slow = noticeDay(delivered);
  const fast = noticeDay({ ...delivered, mailRate: 2 * delivered.mailRate, smsRate: 2 * delivered.smsRate });
  expect(slow.hours / fast.hours).toBeCloseTo(2, 1);
});
