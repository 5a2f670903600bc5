import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Segmented } from "antd";
import { useState } from "react";
import { usePagesOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { useCan } from "../../session/SessionContext";
import { DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { PageHeader } from "../../ui/PageHeader";
import { Sheet } from "../../ui/Sheet";
import styles from "./Callbacks.module.css";
import { CallSheet } from "./CallSheet";
import { SecondCallbacks } from "./SecondCallbacks";
import { type CallbackRow, useCallbackColumns } from "./useCallbackColumns";

const route = getRouteApi("/app/callbacks");
const filters = ["due", "overdue", "second"] as const;

/** Whom to call back about finished work, the longest due first; for headquarters, whom to call once more. */
export default function CallbacksPage() {
  const text = useText();
  const navigate = useNavigate();
  const checks = useCan("callback.check");
  const { show: asked } = route.useSearch();
  const offered = filters.filter((one) => checks || one !== "second");
  const show = offered.find((one) => one === asked) ?? "due";
  return (
    <>
      <PageHeader title={text("nav:callbacks")} subtitle={text("callbacks:intro")} />
      <div className={styles.filters}>
        <Segmented
          aria-label={text("callbacks:show")}
          value={show}
          options={offered.map((value) => ({ value, label: text(`callbacks:filter.${value}`) }))}
          onChange={(value) => void navigate({ to: "/callbacks", search: { show: value } })}
        />
      </div>
      {show === "second" ? <SecondCallbacks /> : <Due key={show} overdue={show === "overdue"} />}
    </>
  );
}

function Due({ overdue }: { overdue: boolean }) {
  const text = useText();
  const { projectId } = useProjectScope();
  const data = usePagesOf("GET /callbacks", { projectId, overdue: overdue ? "true" : undefined, limit: 50 });
  const [called, setCalled] = useState<CallbackRow | null>(null);
  return (
    <>
      <DataTable
        key={projectId}
        label={text("nav:callbacks")}
        columns={useCallbackColumns(setCalled)}
        data={data}
        rowKey={(row) => `${row.ticketId}${row.completion}`}
        empty={<EmptyState title={text("callbacks:empty")}>{text("callbacks:emptyHint")}</EmptyState>}
      />
      <Sheet open={called !== null} title={text("callbacks:record")} onClose={() => setCalled(null)}>
        {called ? <CallSheet call={called} onDone={() => setCalled(null)} onStale={data.retry} /> : null}
      </Sheet>
    </>
  );
}
