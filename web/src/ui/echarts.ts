import {
  BarChart,
  type BarSeriesOption,
  LineChart,
  type LineSeriesOption,
  ScatterChart,
  type ScatterSeriesOption,
} from "echarts/charts";
import {
  GridComponent,
  type GridComponentOption,
  LegendComponent,
  type LegendComponentOption,
  MarkLineComponent,
  TooltipComponent,
  type TooltipComponentOption,
} from "echarts/components";
import * as echarts from "echarts/core";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";
import { chartColours, fontFamily, palette } from "../theme/tokens";

/** What a chart may be made of; a new kind of series is added here and in `use` below. */
export type ChartOption = echarts.ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | ScatterSeriesOption
  | GridComponentOption
  | LegendComponentOption
  | TooltipComponentOption
>;

export const themeName = "frontdesk";

const axis = {
  axisLine: { lineStyle: { color: palette.lineStrong } },
  axisTick: { show: false },
  axisLabel: { color: palette.inkSoft },
  nameTextStyle: { color: palette.inkSoft },
  splitLine: { lineStyle: { color: palette.line } },
};

echarts.use([
  BarChart,
  LineChart,
  ScatterChart,
  GridComponent,
  LabelLayout,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
]);
echarts.registerTheme(themeName, {
  color: [...chartColours],
  textStyle: { fontFamily },
  categoryAxis: { ...axis, splitLine: { show: false } },
  valueAxis: { ...axis, axisLine: { show: false } },
  legend: { top: 0, textStyle: { color: palette.inkSoft } },
  tooltip: { backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.ink } },
});

export { echarts };
