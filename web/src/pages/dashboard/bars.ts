import type { ChartOption } from "../../ui/echarts";

export interface Bar {
  name: string;
  value: number;
  /** The value as it is written. */
  label: string;
}

/** Bars lying one under the other, the first on top, each with its number at its end. */
export const barOption = (bars: readonly Bar[], most?: number): ChartOption => ({
  grid: { left: 8, right: 64, top: 4, bottom: 4, containLabel: true },
  xAxis: { type: "value", min: 0, max: most, show: false },
  yAxis: {
    type: "category",
    inverse: true,
    data: bars.map(({ name }) => name),
    axisLine: { show: false },
    axisLabel: { width: 140, overflow: "truncate" },
  },
  series: [
    {
      type: "bar",
      barMaxWidth: 18,
      data: bars.map(({ value }) => value),
      label: {
        show: true,
        position: "right",
        formatter: ({ dataIndex }) => bars[dataIndex]?.label ?? "",
      },
    },
  ],
});

/** The height of so many bars, in pixels. */
export const heightOf = (bars: readonly Bar[]): number => Math.max(1, bars.length) * 34 + 8;
