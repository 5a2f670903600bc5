import { describe, expect, test } from "vitest";
import { aComparison } from "./comparison.testing";
import { floorOf, quadrantOption, quadrantsOf } from "./quadrant";

const rate = (numerator: number, denominator: number) => ({ numerator, denominator });
const at = (yearToDate: ReturnType<typeof rate> | null, satisfied: ReturnType<typeof rate> | null) => ({
  collection: { yearToDate },
  satisfaction: { satisfied },
});
const words = { across: "collection", up: "satisfaction" };

describe("the quadrants", () => {
  const quadrants = quadrantsOf(
    aComparison(
      { both: at(rate(9, 10), rate(4, 5)), poor: at(null, rate(4, 5)), silent: at(rate(9, 10), null) },
      at(rate(17, 20), null),
    ),
  );

  test("hold the projects that have both rates, and count the others", () => {
    expect(quadrants.points).toEqual([{ name: "both", across: 90, up: 80 }]);
    expect(quadrants.missing).toBe(2);
  });

  test("are parted where all together stand, as far as that is known", () => {
    expect(quadrants.middle).toEqual({ across: 85, up: null });
    expect(quadrantOption(quadrants, words, false)).toMatchObject({
      series: [{ markLine: { data: [{ xAxis: 85 }] } }],
    });
  });
});

test.each([
  [[92, 97], 80],
  [[94, 99], 90],
  [[100], 90],
  [[45.5, 60], 40],
  [[3, 60], 0],
  [[0], 0],
])("an axis of %j begins at %i", (values, floor) => expect(floorOf(values)).toBe(floor));

test("a name from outside is text in the hint", () => {
  const option = quadrantOption({ points: [], missing: 0, middle: { across: null, up: null } }, words, true);
  expect(option.tooltip).toMatchObject({ renderMode: "richText" });
  const { formatter } = option.tooltip as { formatter: (one: unknown) => string };
  expect(formatter({ name: "<b>", value: [90, 80] })).toBe("<b>\ncollection 90%\nsatisfaction 80%");
});
