import { getRouteApi } from "@tanstack/react-router";
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
import { Cancelled } from "./Cancelled";
import { FactList } from "./FactList";
import { OwnerLink } from "./OwnerLink";
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
      <Cancelled
        cancelled={payment.cancelled}
        why={text("fees:payment.cancelledWhy", { reason: payment.cancelled?.reason ?? "" })}
      />
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
  return (
    <FactList
      first={[text("fees:field.amount"), payment.amount]}
      facts={[
        [text("fees:field.house"), <OwnerLink key="house" of={payment} />],
        [text("fees:field.method"), text(`fees:method.${payment.method}`)],
        [text("fees:field.receivedAt"), <When key="received" at={payment.receivedAt} />],
        [text("fees:field.unallocated"), <Money key="unallocated" fen={payment.unallocated} />],
        [text("fees:field.enteredBy"), <By key="by" actor={payment.by} />],
        [text("fees:field.payer"), payment.payer],
        [text("fees:field.reference"), payment.reference],
        [text("fees:field.note"), payment.note],
      ]}
    />
  );
}
