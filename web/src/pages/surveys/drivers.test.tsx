import { expect, test } from "vitest";
import { htmlOf, wordsOf } from "../../testing/render";
import { Drivers } from "./Drivers";
import { type Driver, driversOption, placedOf } from "./driversChart";

const unplaced = { pairs: null, importance: null, performance: null, quadrant: null };
const drivers: Driver[] = [
  {
    dimension: "security",
    pairs: 40,
    importance: 0.8,
    performance: { numerator: 3_600, denominator: 40 },
    quadrant: "strength",
  },
  {
    dimension: "fees",
    pairs: 40,
    importance: 0.6,
    performance: { numerator: 2_400, denominator: 40 },
    quadrant: "improve",
  },
  // All answers alike: there is a score, and no correlation.
  { ...unplaced, dimension: "greening", pairs: 40, performance: { numerator: 3_200, denominator: 40 } },
  { ...unplaced, dimension: "complaints" },
];
const words = { across: "score", up: "correlation", dimension: String, quadrant: String };

test("only dimensions with a place are drawn, parted where they stand on average", () => {
  const placed = placedOf(drivers);
  expect(placed.map(({ dimension, across, up }) => [dimension, across, up])).toEqual([
    ["security", 90, 0.8],
    ["fees", 60, 0.6],
  ]);
  expect(driversOption(placed, words, false)).toMatchObject({
    series: [
      { name: "opportunity", data: [], markLine: { data: [{ xAxis: 75 }, { yAxis: 0.7 }] } },
      { name: "maintain", data: [] },
      { name: "improve", data: [{ name: "fees", value: [60, 0.6] }] },
      { name: "strength", data: [{ name: "security", value: [90, 0.8] }] },
    ],
  });
});

test("it is said in either language that a correlation is no cause", async () => {
  expect(wordsOf(await htmlOf(<Drivers drivers={drivers} name="甲" />, "zh-CN"))).toContain(
    "相关，不代表因果。",
  );
  const english = wordsOf(await htmlOf(<Drivers drivers={drivers} name="A" />));
  expect(english).toContain("A correlation, not a cause.");
  expect(english).toMatch(/Fees and openness 0\.60 60\.0 40 To improve/);
  expect(english).toMatch(/Handling of complaints — — — —/);
});

test("nothing is drawn before 30 households have answered anything", async () => {
  const none = drivers.map(({ dimension }) => ({ ...unplaced, dimension }));
  const html = wordsOf(await htmlOf(<Drivers drivers={none} name="A" />));
  expect(html).toContain("Nothing to show yet");
  expect(html).not.toContain("To improve");
});
