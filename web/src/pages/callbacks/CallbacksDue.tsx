import { useState } from "react";
import { usePagesOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { Sheet } from "../../ui/Sheet";
import { CallSheet } from "./CallSheet";
import { type CallbackRow, useCallbackColumns } from "./useCallbackColumns";

/** Whom to call back, the longest due first; or those alone whom somebody should have called by now. */
export function CallbacksDue({ overdue }: { overdue: boolean }) {
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
