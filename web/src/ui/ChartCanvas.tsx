import { useEffect, useRef } from "react";
import { type ChartOption, echarts, themeName } from "./echarts";

export interface ChartCanvasProps {
  option: ChartOption;
  /** What the chart shows, in a sentence. */
  label: string;
  /** In pixels; the width is that of the place it stands in. */
  height?: number;
  /** Called with the index of the datum that was clicked. */
  onPick?: (dataIndex: number) => void;
}

/** Draws with ECharts as SVG, which stays sharp and weighs little on phones. */
export default function ChartCanvas({ option, label, height = 320, onPick }: ChartCanvasProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<echarts.ECharts | null>(null);
  const pick = useRef(onPick);
  pick.current = onPick;

  useEffect(() => {
    if (!place.current) return;
    const drawn = echarts.init(place.current, themeName, { renderer: "svg" });
    chart.current = drawn;
    drawn.on("click", (event) => pick.current?.(event.dataIndex));
    const observer = new ResizeObserver(() => drawn.resize());
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      drawn.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true });
  }, [option]);

  return <div ref={place} role="img" aria-label={label} style={{ width: "100%", height }} />;
}
