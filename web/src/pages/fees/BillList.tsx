import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { usePagesOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { Chips } from "../../ui/Chips";
import { DataTable } from "../../ui/DataTable";
import { MonthInput } from "../../ui/DayInput";
import { EmptyState } from "../../ui/EmptyState";
import { billColumns } from "./billColumns";
import styles from "./Fees.module.css";
import { billStatuses } from "./search";
import { useToday } from "./today";

const route = getRouteApi("/app/fees");

/** The bills of a project for one month. */
export function BillList({ projectId }: { projectId: string }) {
  const text = useText();
  const today = useToday();
  const search = route.useSearch();
  const { period = today.slice(0, 7), status } = search;
  const navigate = useNavigate();
  const bills = usePagesOf("GET /projects/{projectId}/bills", { projectId, period, status });
  const columns = useMemo(() => billColumns(text, "house", today), [text, today]);
  return (
    <>
      <div className={styles.bar}>
        <Chips
          label={text("fees:field.state")}
          value={status ?? "all"}
          options={(["all", ...billStatuses] as const).map((value) => ({
            value,
            label: text(`fees:billState.${value}`),
          }))}
          onChange={(value) =>
            void navigate({ to: "/fees", search: { ...search, status: value === "all" ? undefined : value } })
          }
        />
        <div className={styles.filters}>
          <MonthInput
            label={text("fees:field.period")}
            value={period}
            onChange={(value) => void navigate({ to: "/fees", search: { ...search, period: value } })}
          />
        </div>
      </div>
      <DataTable
        label={text("fees:tab.bills")}
        columns={columns}
        data={bills}
        rowKey={(bill) => bill.billId}
        empty={
          <EmptyState title={text("fees:bills.none", { period })}>{text("fees:bills.noneBody")}</EmptyState>
        }
      />
    </>
  );
}
