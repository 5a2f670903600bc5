import { Skeleton } from "antd";
import { Component, lazy, type ReactNode, Suspense } from "react";
import { useText } from "../i18n/useText";
import type { ChartCanvasProps } from "./ChartCanvas";

const ChartCanvas = lazy(() => import("./ChartCanvas"));

/**
 * A chart; the drawing library comes with the first one shown. `label` says in words what it shows, and the
 * same numbers must stand on the page as text or table.
 */
export function Chart(props: ChartCanvasProps) {
  const height = props.height ?? 320;
  return (
    <ChartBoundary>
      <Suspense fallback={<Skeleton.Node active style={{ width: "100%", height }} />}>
        <ChartCanvas {...props} height={height} />
      </Suspense>
    </ChartBoundary>
  );
}

class ChartBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <ChartFailed /> : this.props.children;
  }
}

function ChartFailed() {
  const text = useText();
  return <p role="alert">{text("common:chart.failed")}</p>;
}
