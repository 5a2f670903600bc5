import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { NoProjects } from "../../nav/NoProjects";
import { useZone } from "../../session/zone";
import { useNarrow } from "../../theme/useNarrow";
import { ErrorState } from "../../ui/ErrorState";
import { PageHeader } from "../../ui/PageHeader";
import { PageSkeleton } from "../../ui/PageSkeleton";
import { formatTime } from "../../ui/time";
import { When } from "../../ui/When";
import styles from "./Compare.module.css";
import { CompareActions } from "./CompareActions";
import { CompareCards } from "./CompareCards";
import { CompareTable } from "./CompareTable";
import { DrillDrawer, type Drilled } from "./DrillDrawer";
import type { Comparison } from "./figures";
import { PeriodPicker } from "./PeriodPicker";
import { QuadrantPanel } from "./QuadrantPanel";
import { type View, views } from "./search";
import { useOrder } from "./useOrder";

const route = getRouteApi("/app/compare");

/** Projects side by side for a month or a year, with the way from each number to its records. */
export default function ComparePage() {
  const text = useText();
  const { i18n } = useTranslation();
  const zone = useZone();
  const navigate = useNavigate();
  const { period: asked, view = "overview" } = route.useSearch();
  const thisMonth = formatTime(new Date().toISOString(), "date", i18n.language, zone).slice(0, 7);
  const period = asked ?? thisMonth;
  const query = useQueryOf("GET /figures/comparison", { period });
  const go = (change: { period?: string; view?: View }) =>
    void navigate({ to: "/compare", search: { period: asked, view, ...change } });
  return (
    <>
      <PageHeader
        title={text("nav:compare")}
        subtitle={<DataTime data={query.data} />}
        actions={<CompareActions period={period} thisMonth={thisMonth} data={query.data} />}
      />
      <div className={styles.tools}>
        <PeriodPicker period={period} thisMonth={thisMonth} onChange={(next) => go({ period: next })} />
        <Segmented<View>
          className={styles.views}
          aria-label={text("compare:view.label")}
          value={view}
          options={views.map((value) => ({ value, label: text(`compare:view.${value}`) }))}
          onChange={(next) => go({ view: next })}
        />
      </div>
      {query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <PageSkeleton /> : null}
      {query.data ? <Figures data={query.data} view={view} /> : null}
    </>
  );
}

function DataTime({ data }: { data: Comparison | undefined }) {
  const text = useText();
  if (!data) return text("compare:intro");
  if (data.asOf === null) return text("compare:noFigures");
  return (
    <>
      {text("compare:asOf")} <When at={data.asOf} />
    </>
  );
}

function Figures({ data, view }: { data: Comparison; view: View }) {
  const text = useText();
  const narrow = useNarrow();
  const order = useOrder(view);
  const [drilled, setDrilled] = useState<Drilled | null>(null);
  if (data.projects.length === 0) return <NoProjects>{text("compare:noProjects")}</NoProjects>;
  const props = { data, view, order, onDrill: setDrilled };
  const chart = view === "overview" ? <QuadrantPanel data={data} /> : null;
  return (
    <div className={styles.figures}>
      {narrow ? chart : null}
      {narrow ? <CompareCards {...props} /> : <CompareTable {...props} />}
      {narrow ? null : chart}
      <DrillDrawer data={data} drilled={drilled} onChange={setDrilled} />
    </div>
  );
}
