import { DownloadOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Alert, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { downloadOf } from "../../api/client";
import { useQueryOf } from "../../api/useQueryOf";
import { currentLocale } from "../../i18n/locale";
import { useText } from "../../i18n/useText";
import { NoProjects } from "../../nav/NoProjects";
import { useProjectScope } from "../../session/ProjectScope";
import { useZone } from "../../session/zone";
import { ErrorState } from "../../ui/ErrorState";
import { PageHeader } from "../../ui/PageHeader";
import { PageSkeleton } from "../../ui/PageSkeleton";
import { formatTime } from "../../ui/time";
import { useTellFailure } from "../../ui/useTellFailure";
import { When } from "../../ui/When";
import { PeriodPicker } from "../compare/PeriodPicker";
import { CategoryPanel } from "./CategoryPanel";
import { ClocksPanel } from "./ClocksPanel";
import styles from "./Dashboard.module.css";
import { HeatPanel } from "./HeatPanel";
import { PartDrawer, type Picked } from "./PartDrawer";
import { ProjectPanel } from "./ProjectPanel";
import type { Dashboard } from "./search";
import { Tiles } from "./Tiles";
import { TradePanel } from "./TradePanel";

const route = getRouteApi("/app/dashboard");

/** A month's tickets in numbers, of the project chosen above or of all, each with the way to its records. */
export default function DashboardPage() {
  const text = useText();
  const { i18n } = useTranslation();
  const zone = useZone();
  const navigate = useNavigate();
  const { projectId } = useProjectScope();
  const asked = route.useSearch().month;
  const thisMonth = formatTime(new Date().toISOString(), "date", i18n.language, zone).slice(0, 7);
  const month = asked ?? thisMonth;
  const query = useQueryOf("GET /figures/dashboard", { month, projectId });
  const { data } = query;
  return (
    <>
      <PageHeader
        title={text("dashboard:title")}
        subtitle={<DataTime data={data} />}
        actions={<TakeAlong month={month} projectId={projectId} />}
      />
      <div className={styles.tools}>
        <PeriodPicker
          monthly
          period={month}
          thisMonth={thisMonth}
          onChange={(next) => void navigate({ to: "/dashboard", search: { month: next } })}
        />
      </div>
      {query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <PageSkeleton /> : null}
      {data ? <Figures data={data} /> : null}
    </>
  );
}

/** Takes the month along as a spreadsheet. */
function TakeAlong(asked: { month: string; projectId: string | undefined }) {
  const text = useText();
  const download = useMutation({
    mutationFn: () => downloadOf("GET /figures/dashboard.xlsx", { ...asked, locale: currentLocale() }),
    onError: useTellFailure(),
  });
  return (
    <Button icon={<DownloadOutlined />} loading={download.isPending} onClick={() => download.mutate()}>
      {text("dashboard:download")}
    </Button>
  );
}

function DataTime({ data }: { data: Dashboard | undefined }) {
  const text = useText();
  if (!data) return text("dashboard:intro");
  if (data.asOf === null) return text("dashboard:noFigures");
  return (
    <>
      {text("dashboard:asOf")} <When at={data.asOf} />
    </>
  );
}

function Figures({ data }: { data: Dashboard }) {
  const text = useText();
  const [picked, setPicked] = useState<Picked | null>(null);
  if (data.projects.length === 0) return <NoProjects>{text("dashboard:intro")}</NoProjects>;
  const props = { data, onPick: setPicked };
  return (
    <div className={styles.figures}>
      {data.closed ? <Alert type="info" showIcon title={text("dashboard:closed")} /> : null}
      <Tiles {...props} />
      <ClocksPanel {...props} />
      <CategoryPanel {...props} />
      <TradePanel {...props} />
      {data.projects.length > 1 ? <ProjectPanel {...props} /> : null}
      <HeatPanel {...props} />
      <PartDrawer data={data} picked={picked} onClose={() => setPicked(null)} />
    </div>
  );
}
