import type { ChartOption } from "../../ui/echarts";
import { type QuestionFigure, rateOf } from "./figures";

interface Bar {
  name: string;
  figure: Pick<QuestionFigure, "satisfied" | "visibility">;
}

const percent = (rate: number | null) => (rate === null ? null : Math.round(rate * 1000) / 10);

/** The satisfied rates of questions as bars lying down, the first at the top; hidden ones stay empty. */
export function barsOf(bars: readonly Bar[], narrow: boolean): ChartOption {
  return {
    grid: { left: narrow ? 96 : 150, right: 56, top: 8, bottom: 28 },
    tooltip: { trigger: "item", valueFormatter: (value) => `${value} %` },
    xAxis: { type: "value", min: 0, max: 100, interval: 25, axisLabel: { formatter: "{value} %" } },
    yAxis: {
      type: "category",
      inverse: true,
      data: bars.map((bar) => bar.name),
      axisLabel: { width: narrow ? 88 : 140, overflow: "break" },
    },
    series: [
      {
        type: "bar",
        barMaxWidth: 22,
        data: bars.map((bar) => percent(rateOf(bar.figure.satisfied))),
        label: { show: true, position: "right", formatter: "{c} %" },
        itemStyle: { borderRadius: [0, 4, 4, 0] },
      },
    ],
  };
}
