import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRanked, isTooFew, suppressGroups } from "./suppression";

/** Small numbers prevail, since that is where hiding happens. */
const answers = fc.array(fc.oneof(fc.nat(7), fc.nat(7), fc.nat(60)), { maxLength: 8 });

describe("thresholds", () => {
  it("show from 5 and rank from 30", () => {
    expect([0, 1, 4, 5].map(isTooFew)).toEqual([false, true, true, false]);
    expect([0, 29, 30].map(isRanked)).toEqual([false, false, true]);
    expect(() => isTooFew(-1)).toThrow(RangeError);
    expect(() => isRanked(0.5)).toThrow(RangeError);
  });
});

describe("suppressGroups", () => {
  const letters = (given: number[]) => {
    const { total, groups } = suppressGroups(given);
    return `${groups.map((one) => one[0]).join("")}=${total[0]}`;
  };

  it.each([
    [[10, 20, 30], "sss=s", "all large enough"],
    [[3, 20, 8], "hsh=s", "the smallest other one hides the small one"],
    [[3, 20, 0], "hhe=s", "an empty group hides nobody"],
    [[3, 4, 20], "hhs=s", "two small ones hide each other"],
    [[1, 2, 20, 6], "hhsh=s", "but not when they are fewer than 5 together"],
    [[1, 2, 0], "hhe=h", "nor is a total below 5 shown"],
    [[4], "h=h", "a lone group is its total"],
    [[5], "s=s", "and is shown from 5"],
    [[0, 0], "ee=e", "nothing"],
    [[], "=e", "nothing at all"],
    [[2, 7, 7], "hhs=s", "the first of equals"],
  ])("%j → %s (%s)", (given, expected) => expect(letters(given)).toBe(expected));

  it("shows nothing below 5, and nothing by subtraction", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { total, groups } = suppressGroups(given);
        const sum = given.reduce((a, b) => a + b, 0);
        given.forEach((count, index) => {
          if (groups[index] === "shown") expect(count).toBeGreaterThanOrEqual(5);
          expect(groups[index] === "empty").toBe(count === 0);
        });
        expect(total).toBe(sum === 0 ? "empty" : sum < 5 ? "hidden" : "shown");
        const hidden = given.filter((_, index) => groups[index] === "hidden");
        if (total !== "shown" || hidden.length === 0) return;
        expect(hidden.length).toBeGreaterThan(1);
        expect(hidden.reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(5);
      }),
      { numRuns: 2000 },
    );
  });

  it("hides nothing without need", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { total, groups } = suppressGroups(given);
        if (!given.some(isTooFew)) expect(groups).not.toContain("hidden");
        if (total !== "shown") return;
        const extra = given.filter((count, index) => groups[index] === "hidden" && count >= 5);
        expect(extra.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 2000 },
    );
  });

  it("does not depend on the order of groups of different sizes", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(40), { maxLength: 8 }), (given) => {
        expect(suppressGroups(given.toReversed()).groups).toEqual(suppressGroups(given).groups.toReversed());
      }),
    );
  });
});
