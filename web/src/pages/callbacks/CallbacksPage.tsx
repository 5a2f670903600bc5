import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Segmented } from "antd";
import { useState } from "react";
import { ApiError } from "../../api/error";
import { usePagesOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { PageHeader } from "../../ui/PageHeader";
import { Sheet } from "../../ui/Sheet";
import { CallbackAbout } from "./CallbackAbout";
import { CallbackForm } from "./CallbackForm";
import styles from "./Callbacks.module.css";
import { type CallbackRow, useCallbackColumns } from "./useCallbackColumns";

const route = getRouteApi("/app/callbacks");

/** Whom to call back about finished work, the longest due first. */
export default function CallbacksPage() {
  const text = useText();
  const navigate = useNavigate();
  const { projectId } = useProjectScope();
  const show = route.useSearch().show === "overdue" ? "overdue" : "due";
  const data = usePagesOf("GET /callbacks", {
    projectId,
    overdue: show === "overdue" ? "true" : undefined,
    limit: 50,
  });
  const [called, setCalled] = useState<CallbackRow | null>(null);
  const [stale, setStale] = useState(false);
  const open = (callback: CallbackRow | null) => {
    setStale(false);
    setCalled(callback);
  };
  const onFailure = (error: Error) => {
    const conflict = error instanceof ApiError && error.kind === "conflict";
    if (conflict) {
      setStale(true);
      data.retry();
    }
    return conflict;
  };
  return (
    <>
      <PageHeader title={text("nav:callbacks")} subtitle={text("callbacks:intro")} />
      <div className={styles.filters}>
        <Segmented
          aria-label={text("callbacks:show")}
          value={show}
          options={(["due", "overdue"] as const).map((value) => ({
            value,
            label: text(`callbacks:filter.${value}`),
          }))}
          onChange={(value) => void navigate({ to: "/callbacks", search: { show: value } })}
        />
      </div>
      <DataTable
        key={`${show}${projectId}`}
        label={text("nav:callbacks")}
        columns={useCallbackColumns(open)}
        data={data}
        rowKey={(row) => `${row.ticketId}${row.completion}`}
        empty={<EmptyState title={text("callbacks:empty")}>{text("callbacks:emptyHint")}</EmptyState>}
      />
      <Sheet open={called !== null} title={text("callbacks:record")} onClose={() => open(null)}>
        {called ? (
          <>
            <CallbackAbout callback={called} stale={stale} />
            <CallbackForm
              ticketId={called.ticketId}
              blocked={stale}
              onDone={() => open(null)}
              onFailure={onFailure}
            />
          </>
        ) : null}
      </Sheet>
    </>
  );
}
