import type { ChartOption } from "../../ui/echarts";
import { type CampaignDetail, rateOf } from "./figures";

export type Driver = NonNullable<CampaignDetail["total"]>["drivers"][number];
export type Quadrant = NonNullable<Driver["quadrant"]>;

/** The quadrants as they lie: left to right, then up. */
export const quadrants = ["opportunity", "maintain", "improve", "strength"] as const satisfies Quadrant[];

/** A dimension that has its place: its score across, its correlation upwards. */
export interface Placed {
  dimension: Driver["dimension"];
  quadrant: Quadrant;
  across: number;
  up: number;
}

/** Those dimensions that enough households answered to have a place. */
export const placedOf = (drivers: readonly Driver[]): Placed[] =>
  drivers.flatMap(({ dimension, importance, performance, quadrant }) => {
    const across = rateOf(performance);
    if (importance === null || across === null || quadrant === null) return [];
    return [{ dimension, quadrant, across: Math.round(across * 10) / 10, up: importance }];
  });

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
/** Told apart without colours too. */
const symbols = {
  opportunity: "diamond",
  maintain: "rect",
  improve: "triangle",
  strength: "circle",
} as const;

interface DriverWords {
  across: string;
  up: string;
  dimension: (dimension: Driver["dimension"]) => string;
  quadrant: (quadrant: Quadrant) => string;
}

/** The four quadrants, parted where the dimensions stand on average. */
export function driversOption(placed: readonly Placed[], words: DriverWords, narrow: boolean): ChartOption {
  const axis = { type: "value" as const, nameLocation: "middle" as const, scale: true };
  return {
    grid: { left: narrow ? 48 : 64, right: narrow ? 18 : 40, top: 40, bottom: 52 },
    legend: { top: 0 },
    xAxis: { ...axis, name: words.across, nameGap: 30 },
    yAxis: { ...axis, name: words.up, nameGap: narrow ? 34 : 44 },
    tooltip: { trigger: "item" },
    series: quadrants.map((quadrant, index) => ({
      type: "scatter" as const,
      name: words.quadrant(quadrant),
      symbol: symbols[quadrant],
      symbolSize: 14,
      data: placed
        .filter((one) => one.quadrant === quadrant)
        .map((one) => ({ name: words.dimension(one.dimension), value: [one.across, one.up] })),
      label: {
        show: true,
        position: "top" as const,
        formatter: "{b}",
        overflow: "truncate" as const,
        width: narrow ? 84 : 160,
      },
      labelLayout: { hideOverlap: true },
      ...(index === 0 && placed.length > 0 && { markLine: middle(placed) }),
    })),
  };
}

const middle = (placed: readonly Placed[]) => ({
  silent: true,
  symbol: "none",
  animation: false,
  label: { show: false },
  lineStyle: { type: "dashed" as const },
  data: [{ xAxis: mean(placed.map((one) => one.across)) }, { yAxis: mean(placed.map((one) => one.up)) }],
});
