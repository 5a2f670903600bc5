import { useState } from "react";
import { usePagesOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { DataTable } from "../../ui/DataTable";
import { MonthInput } from "../../ui/DayInput";
import { EmptyState } from "../../ui/EmptyState";
import { PageHeader } from "../../ui/PageHeader";
import styles from "./Settings.module.css";
import { useAuditColumns } from "./useAuditColumns";

/** Who did what to which record, month by month, newest first. */
export default function AuditPage() {
  const text = useText();
  const now = new Date().toISOString().slice(0, 7);
  const [month, setMonth] = useState(now);
  const data = usePagesOf("GET /audit", { month, limit: 50 });
  const columns = useAuditColumns(data.pages.flat());
  return (
    <>
      <PageHeader title={text("audit:title")} subtitle={text("audit:subtitle")} />
      <div className={styles.filters}>
        <MonthInput
          label={text("audit:month")}
          value={month}
          max={now}
          onChange={(chosen) => setMonth(chosen ?? now)}
        />
      </div>
      <DataTable
        key={month}
        label={text("audit:title")}
        columns={columns}
        data={data}
        rowKey={(row) => row.auditId}
        empty={<EmptyState title={text("audit:empty.title")}>{text("audit:empty.body")}</EmptyState>}
      />
    </>
  );
}
