import { useMemo } from "react";
import { usePagesOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { paymentColumns } from "./paymentColumns";

/** The payments of a project, the latest first. */
export function PaymentList({ projectId }: { projectId: string }) {
  const text = useText();
  const payments = usePagesOf("GET /projects/{projectId}/payments", { projectId });
  const columns = useMemo(() => paymentColumns(text, true), [text]);
  return (
    <DataTable
      label={text("fees:tab.payments")}
      columns={columns}
      data={payments}
      rowKey={(payment) => payment.paymentId}
      empty={<EmptyState title={text("fees:payments.none")}>{text("fees:payments.noneBody")}</EmptyState>}
    />
  );
}
