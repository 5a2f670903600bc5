import type { ChartOption } from "../../ui/echarts";
import { type Comparison, numberOf } from "./figures";

/** A project in the chart: year-to-date collection across, satisfied rate upwards, both in percent. */
export interface Point {
  name: string;
  across: number;
  up: number;
}

/** The projects that have both rates, how many have not, and where all together stand. */
export interface Quadrants {
  points: Point[];
  missing: number;
  middle: { across: number | null; up: number | null };
}

const percent = (value: number | null) => (value === null ? null : Math.round(value * 1000) / 10);

/** Lays the comparison out as satisfaction against collection. */
export function quadrantsOf({ projects, total }: Comparison): Quadrants {
  const points = projects.flatMap((row) => {
    const [across, up] = [percent(numberOf(row, "yearToDate")), percent(numberOf(row, "satisfied"))];
    return across === null || up === null ? [] : [{ name: row.name, across, up }];
  });
  return {
    points,
    missing: projects.length - points.length,
    middle: {
      across: percent(numberOf(total, "yearToDate")),
      up: percent(numberOf(total, "satisfied")),
    },
  };
}

/** The least of an axis: a round ten below what is shown, so that near points are told apart. */
export const floorOf = (values: readonly number[]): number =>
  Math.max(0, Math.min(90, Math.floor((Math.min(...values) - 4) / 10) * 10));

interface QuadrantWords {
  across: string;
  up: string;
}

/** The drawing of it; names are cut on a narrow screen. */
export function quadrantOption(
  { points, middle }: Quadrants,
  words: QuadrantWords,
  narrow: boolean,
): ChartOption {
  const axis = (name: string, values: number[]) => ({
    type: "value" as const,
    name,
    nameLocation: "middle" as const,
    min: floorOf(values),
    max: 100,
    axisLabel: { formatter: "{value}%" },
  });
  const across = [...points.map((point) => point.across), ...(middle.across === null ? [] : [middle.across])];
  const up = [...points.map((point) => point.up), ...(middle.up === null ? [] : [middle.up])];
  return {
    // Above, the room of a name over a point at 100 %.
    grid: { left: narrow ? 54 : 70, right: narrow ? 18 : 40, top: 36, bottom: 52 },
    xAxis: { ...axis(words.across, across), nameGap: 30 },
    yAxis: { ...axis(words.up, up), nameGap: narrow ? 40 : 48 },
    tooltip: {
      trigger: "item",
      // As text, since names come from people.
      renderMode: "richText",
      formatter: (one: unknown) => pointText(one, words),
    },
    series: [
      {
        type: "scatter",
        symbolSize: 14,
        data: points.map((point) => ({ name: point.name, value: [point.across, point.up] })),
        label: {
          show: true,
          position: "top",
          formatter: "{b}",
          overflow: "truncate",
          width: narrow ? 84 : 160,
        },
        labelLayout: { hideOverlap: true },
        markLine: {
          silent: true,
          symbol: "none",
          animation: false,
          label: { show: false },
          lineStyle: { type: "dashed" },
          data: [
            ...(middle.across === null ? [] : [{ xAxis: middle.across }]),
            ...(middle.up === null ? [] : [{ yAxis: middle.up }]),
          ],
        },
      },
    ],
  };
}

function pointText(one: unknown, words: QuadrantWords): string {
  if (typeof one !== "object" || one === null || !("name" in one) || !("value" in one)) return "";
  const [across, up] = Array.isArray(one.value) ? one.value : [];
  return `${one.name}\n${words.across} ${across}%\n${words.up} ${up}%`;
}
