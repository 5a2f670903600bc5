import { describe, expect, test } from "vitest";
import { htmlOf, wordsOf } from "../../testing/render";
import { ClosingMark } from "./ClosingMark";
import { CompareTable } from "./CompareTable";
import { aComparison, aRow } from "./comparison.testing";
import { FigureCell } from "./FigureCell";
import { closable, type Row } from "./figures";

const cell = (row: Row, name: Parameters<typeof FigureCell>[0]["name"]) =>
  htmlOf(<FigureCell row={row} name={name} onDrill={() => {}} />);

describe("a figure in the comparison", () => {
  test("says that too few answered, and gives neither number nor a way behind it", async () => {
    const hidden = aRow({ satisfaction: { visibility: "hidden", answers: null } });
    const html = await cell(hidden, "satisfied");
    expect(wordsOf(html)).toBe("fewer than 5");
    expect(html).not.toContain("<button");
    expect(wordsOf(await htmlOf(<FigureCell row={hidden} name="score" onDrill={() => {}} />, "zh-CN"))).toBe(
      "少于 5 份",
    );
  });

  test("is a dash where there is nothing to compute it from", async () => {
    const html = await cell(aRow({}), "current");
    expect(wordsOf(html)).toMatch(/^—/);
    expect(html).not.toContain("<button");
  });

  test("is a button with what it is made of where records can be listed", async () => {
    const row = aRow({ collection: { current: { numerator: 100_000, denominator: 300_000 } } });
    const html = await cell(row, "current");
    expect(wordsOf(html)).toBe("33.3% ¥1,000.00 ÷ ¥3,000.00");
    expect(html).toContain("<button");
  });

  test("has its interval and answers beside the satisfied rate, its range beside the rank", async () => {
    const row = aRow({
      satisfaction: {
        visibility: "shown",
        answers: 30,
        satisfied: { numerator: 24, denominator: 30 },
        interval: { low: 0.627, high: 0.905 },
        rank: 2,
        rankRange: { best: 1, worst: 4 },
      },
    });
    expect(wordsOf(await cell(row, "satisfied"))).toContain("80.0% 62.7% – 90.5%");
    expect(wordsOf(await cell(row, "satisfied"))).toContain("30 valid answers");
    expect(wordsOf(await cell(row, "rank"))).toBe("2 (1–4)");
  });
});

describe("a closed month", () => {
  const closing: NonNullable<Row["closing"]> = {
    closedAt: "2026-11-05T02:00:00.000Z",
    surveysOpen: false,
    correctedOn: "2026-11-12",
    now: { current: { numerator: 40, denominator: 50 }, created: 7, overall: null },
  };
  const row = aRow({
    collection: { current: { numerator: 25, denominator: 50 }, overall: { numerator: 1, denominator: 4 } },
    service: { created: 6 },
    closing,
  });

  test("keeps its figures, and says beneath what has become of them", async () => {
    expect(wordsOf(await cell(row, "current"))).toContain("50.0%");
    expect(wordsOf(await cell(row, "current"))).toMatch(/now 80\.0%$/);
    expect(wordsOf(await cell(row, "created"))).toMatch(/^6 .*now 7$/);
    expect(wordsOf(await cell(row, "overall"))).toMatch(/now —$/);
    expect(wordsOf(await cell(row, "yearToDate"))).not.toContain("now");
  });

  test("says when it was closed and until when corrected, in either language", async () => {
    const mark = (more: Partial<typeof closing>, locale: "en" | "zh-CN") =>
      htmlOf(<ClosingMark closing={{ ...closing, ...more }} />, locale).then(wordsOf);
    expect(await mark({}, "zh-CN")).toBe("已关账 2026-11-05 更正至 2026-11-12");
    expect(await mark({ correctedOn: null }, "en")).toBe("Closed 2026-11-05");
    expect(await mark({ correctedOn: null, surveysOpen: true }, "zh-CN")).toBe(
      "已关账 2026-11-05 满意度未关账",
    );
    expect(await htmlOf(<ClosingMark closing={null} />)).not.toContain("Closed");
  });

  test("can be closed again only where its surveys were still running", () => {
    const data = aComparison({
      open: {},
      done: { closing },
      surveyed: { closing: { ...closing, surveysOpen: true } },
    });
    expect(closable(data).map(({ name }) => name)).toEqual(["open", "surveyed"]);
  });
});

test("projects stand in the order chosen, all together beneath", async () => {
  const at = (numerator: number) => ({ collection: { current: { numerator, denominator: 100 } } });
  const data = aComparison({ middle: at(50), none: {}, best: at(90) }, at(70));
  const order = { name: "current" as const, direction: "descend" as const, by: () => {} };
  const html = await htmlOf(<CompareTable data={data} view="collection" order={order} onDrill={() => {}} />);
  const words = wordsOf(html);
  const places = ["best", "middle", "none", "Total"].map((name) => words.indexOf(name));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places[0]).toBeGreaterThan(0);
});
