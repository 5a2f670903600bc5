import type { FigureName } from "@frontdesk/core/figure/words/words";
import { describe, expect, test } from "vitest";
import { aRow } from "./comparison.testing";
import { columnsOf, isDrillable, isHidden, isRate, numberOf, rateOf, sorted, unitOf } from "./figures";

const half = { numerator: 1, denominator: 2 };
const third = { numerator: 1, denominator: 3 };

describe("a figure of a project", () => {
  test("is the quotient of its sides, and none without them", () => {
    expect(numberOf(aRow({ collection: { current: third } }), "current")).toBe(1 / 3);
    expect(numberOf(aRow({}), "current")).toBeNull();
    expect(numberOf(aRow({ satisfaction: { rank: 2 } }), "rank")).toBe(2);
    expect(numberOf(aRow({ service: { created: 12 } }), "created")).toBe(12);
  });

  test("is hidden with the answers it would tell of, and only then", () => {
    const few = aRow({ satisfaction: { visibility: "hidden" }, collection: { current: half } });
    expect(columnsOf.satisfaction.every((name) => isHidden(few, name))).toBe(true);
    expect(isHidden(few, "current")).toBe(false);
    expect(isHidden(aRow({}), "satisfied")).toBe(false);
  });
});

describe("every column", () => {
  const names = [...new Set(Object.values(columnsOf).flat())];

  test("stands in a view of its own, beside the overview", () => {
    const own = [...columnsOf.satisfaction, ...columnsOf.collection, ...columnsOf.service];
    expect(columnsOf.overview.filter((name) => !own.includes(name))).toEqual([]);
    expect(new Set(own).size).toBe(own.length);
  });

  test("is read from the answer and, if its records may be told, drillable", () => {
    const full = aRow({
      satisfaction: { satisfied: half, score: half, response: half },
      collection: allOf([
        "current",
        "asOfNow",
        "yearToDate",
        "arrearsRecovery",
        "overall",
        "households",
        "waived",
        "developer",
      ]),
      service: allOf([
        "completion",
        "responseOnTime",
        "completionOnTime",
        "callbackIn24h",
        "callbackSatisfied",
        "repeatRepair",
        "reopened",
        "complaintsHandled",
      ]),
    });
    for (const name of names.filter(isRate)) expect([name, rateOf(full, name)]).toEqual([name, half]);
    const listed = names.filter((name) => !columnsOf.satisfaction.includes(name));
    expect(names.filter(isDrillable).sort()).toEqual([...listed].sort());
  });

  test("of collection is money, but for the households", () => {
    expect(columnsOf.collection.filter(isRate).filter((name) => unitOf(name) === "count")).toEqual([
      "households",
    ]);
    expect(columnsOf.service.filter(isRate).filter((name) => unitOf(name) === "fen")).toEqual([]);
  });
});

function allOf<N extends FigureName>(names: readonly N[]) {
  return Object.fromEntries(names.map((name) => [name, half])) as Record<N, typeof half>;
}

describe("the order", () => {
  const rows = [
    { id: "none", ...aRow({}) },
    { id: "half", ...aRow({ collection: { current: half } }) },
    { id: "third", ...aRow({ collection: { current: third } }) },
    { id: "also half", ...aRow({ collection: { current: { numerator: 2, denominator: 4 } } }) },
  ];

  test("goes by the figure, those without it last in either direction", () => {
    const ids = (direction: "ascend" | "descend") => sorted(rows, "current", direction).map(({ id }) => id);
    expect(ids("ascend")).toEqual(["third", "half", "also half", "none"]);
    expect(ids("descend")).toEqual(["half", "also half", "third", "none"]);
  });
});
