import { getRouteApi, Link } from "@tanstack/react-router";
import { Alert } from "antd";
import type { ReactNode } from "react";
import type { OutputOf } from "../../api/contract";
import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useCan } from "../../session/SessionContext";
import { ErrorState } from "../../ui/ErrorState";
import { formatFen } from "../../ui/format";
import { Money } from "../../ui/Money";
import { PageHeader } from "../../ui/PageHeader";
import { PageSkeleton } from "../../ui/PageSkeleton";
import { Panel } from "../../ui/Panel";
import { When } from "../../ui/When";
import { AllocationTable } from "./AllocationTable";
import { By } from "./By";
import styles from "./Fees.module.css";
import { PaymentActions } from "./PaymentActions";
import { PaymentState } from "./paymentColumns";

const route = getRouteApi("/app/fees/payments/$paymentId");
type Payment = OutputOf<"GET /payments/{paymentId}">;

/** One payment: what came in, where it lies, what was given back. */
export default function PaymentPage() {
  const { paymentId } = route.useParams();
  const query = useQueryOf("GET /payments/{paymentId}", { paymentId });
  if (query.isPending) return <PageSkeleton />;
  if (query.error) return <ErrorState level={1} error={query.error} onRetry={() => void query.refetch()} />;
  return <PaymentView payment={query.data} />;
}

function PaymentView({ payment }: { payment: Payment }) {
  const text = useText();
  const manages = useCan("fee.manage");
  return (
    <>
      <PageHeader
        back="/fees"
        title={text("fees:payment.title", { number: payment.number })}
        subtitle={<PaymentState payment={payment} />}
        actions={manages && payment.state !== "cancelled" ? <PaymentActions payment={payment} /> : null}
      />
      {payment.cancelled ? (
        <Alert
          type="warning"
          showIcon
          className={styles.gap}
          title={text("fees:payment.cancelledWhy", { reason: payment.cancelled.reason })}
          description={
            <>
              <By actor={payment.cancelled.by} /> · <When at={payment.cancelled.at} />
            </>
          }
        />
      ) : null}
      <Panel>
        <Facts payment={payment} />
      </Panel>
      {payment.refunds.length > 0 ? (
        <Panel title={text("fees:payment.refunds")}>
          <ul>
            {payment.refunds.map((refund) => (
              <li key={refund.at}>
                <strong className="fd-number">{formatFen(refund.amount)}</strong> ·{" "}
                {text(`fees:method.${refund.method}`)} · {refund.reason} · <By actor={refund.by} /> ·{" "}
                <When at={refund.at} />
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      <Panel title={text("fees:payment.allocations")}>
        <AllocationTable allocations={payment.allocations} to="bill" />
      </Panel>
    </>
  );
}

function Facts({ payment }: { payment: Payment }) {
  const text = useText();
  const more: [string, ReactNode][] = [
    [text("fees:field.payer"), payment.payer],
    [text("fees:field.reference"), payment.reference],
    [text("fees:field.note"), payment.note],
  ];
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{text("fees:field.amount")}</dt>
        <dd className={styles.big}>
          <Money fen={payment.amount} />
        </dd>
      </div>
      <div>
        <dt>{text("fees:field.house")}</dt>
        <dd>
          <Link
            to="/fees/houses/$houseId"
            params={{ houseId: payment.houseId }}
            search={payment.debtor === "developer" ? { of: payment.debtor } : {}}
          >
            {payment.houseCode}
          </Link>
          {payment.debtor === "developer" ? ` ${text("fees:debtor.developer")}` : null}
        </dd>
      </div>
      <div>
        <dt>{text("fees:field.method")}</dt>
        <dd>{text(`fees:method.${payment.method}`)}</dd>
      </div>
      <div>
        <dt>{text("fees:field.receivedAt")}</dt>
        <dd>
          <When at={payment.receivedAt} />
        </dd>
      </div>
      <div>
        <dt>{text("fees:field.unallocated")}</dt>
        <dd>
          <Money fen={payment.unallocated} />
        </dd>
      </div>
      <div>
        <dt>{text("fees:field.enteredBy")}</dt>
        <dd>
          <By actor={payment.by} />
        </dd>
      </div>
      {more.map(([label, value]) =>
        value ? (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
