import { getRouteApi, Link } from "@tanstack/react-router";
import { App, Button } from "antd";
import { useMemo } from "react";
import { useCommand } from "../../api/useCommand";
import { usePagesOf, useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useCan } from "../../session/SessionContext";
import { useProjectName } from "../../session/useProjectName";
import { DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { ErrorState } from "../../ui/ErrorState";
import { formatFen } from "../../ui/format";
import { PageHeader } from "../../ui/PageHeader";
import { PageSkeleton } from "../../ui/PageSkeleton";
import { Panel } from "../../ui/Panel";
import { DunningPaused } from "../complaints/DunningPaused";
import { ArrearsFacts } from "./ArrearsFacts";
import { billColumns } from "./billColumns";
import styles from "./Fees.module.css";
import { feeLists } from "./feeLists";
import { paymentColumns } from "./paymentColumns";
import { useToday } from "./today";

const route = getRouteApi("/app/fees/houses/$houseId");

/** A house's account: what it owes and has in hand, its bills, its payments. */
export default function HouseAccountPage() {
  const text = useText();
  const today = useToday();
  const { message } = App.useApp();
  const records = useCan("payment.record");
  const projectName = useProjectName();
  const { houseId } = route.useParams();
  const { of: debtor = "resident" } = route.useSearch();
  const house = useQueryOf("GET /houses/{houseId}", { houseId });
  const arrears = useQueryOf("GET /houses/{houseId}/arrears", { houseId, debtor });
  const bills = usePagesOf("GET /houses/{houseId}/bills", { houseId, limit: 24 });
  const payments = usePagesOf("GET /houses/{houseId}/payments", { houseId, limit: 24 });
  const columns = useMemo(
    () => ({ bills: billColumns(text, "period", today), payments: paymentColumns(text, false) }),
    [text, today],
  );
  const settle = useCommand("POST /houses/{houseId}/settle", {
    changes: feeLists,
    onSuccess: ({ allocated }) =>
      void message.success(text("fees:account.settled", { amount: formatFen(allocated) })),
  });
  const error = house.error ?? arrears.error;
  if (error)
    return (
      <ErrorState
        level={1}
        error={error}
        onRetry={() => void Promise.all([house.refetch(), arrears.refetch()])}
      />
    );
  if (!house.data || !arrears.data) return <PageSkeleton />;
  const { credit, outstanding } = arrears.data;
  return (
    <>
      <PageHeader
        back="/fees"
        title={text("fees:account.title", { house: house.data.code })}
        subtitle={[
          projectName(house.data.projectId),
          debtor === "developer" ? text("fees:debtor.developer") : undefined,
        ]
          .filter(Boolean)
          .join(" · ")}
        actions={
          records ? (
            <Link
              to="/fees/payments/new"
              search={{ house: houseId, of: debtor === "developer" ? debtor : undefined }}
              className="fd-button-link fd-primary"
            >
              {text("fees:pay.title")}
            </Link>
          ) : null
        }
      />
      <Panel
        aside={
          records && credit > 0 && outstanding > 0 ? (
            <Button loading={settle.isPending} onClick={() => settle.mutate({ houseId, debtor })}>
              {text("fees:account.settle")}
            </Button>
          ) : null
        }
      >
        {debtor === "resident" ? <DunningPaused houseId={houseId} /> : null}
        <ArrearsFacts arrears={arrears.data} />
      </Panel>
      <div className={styles.section}>
        <h2>{text("fees:tab.bills")}</h2>
        <DataTable
          label={text("fees:tab.bills")}
          columns={columns.bills}
          data={bills}
          rowKey={(bill) => bill.billId}
          empty={<EmptyState title={text("fees:account.noBills")} />}
        />
      </div>
      <div className={styles.section}>
        <h2>{text("fees:tab.payments")}</h2>
        <DataTable
          label={text("fees:tab.payments")}
          columns={columns.payments}
          data={payments}
          rowKey={(payment) => payment.paymentId}
          empty={<EmptyState title={text("fees:account.noPayments")} />}
        />
      </div>
    </>
  );
}
