import { Link } from "@tanstack/react-router";
import type { OutputOf } from "../../api/contract";
import { useText } from "../../i18n/useText";
import { Money } from "../../ui/Money";
import { When } from "../../ui/When";
import styles from "./Fees.module.css";

type Allocation = OutputOf<"GET /payments/{paymentId}">["allocations"][number] & { receipt?: string };

/** What was put on bills and taken off again, the oldest first; each leads to its payment or its bill. */
export function AllocationTable({
  allocations,
  to,
}: {
  allocations: readonly Allocation[];
  to: "payment" | "bill";
}) {
  const text = useText();
  if (allocations.length === 0) return <p className={styles.soft}>{text("fees:allocation.none")}</p>;
  return (
    <div className={styles.scroll}>
      <table className={styles.lines}>
        <thead>
          <tr>
            <th scope="col">{text("fees:allocation.at")}</th>
            <th scope="col">{text("fees:allocation.what")}</th>
            <th scope="col">{text(to === "payment" ? "fees:field.receipt" : "fees:field.bill")}</th>
            <th scope="col" className={styles.right}>
              {text("fees:field.amount")}
            </th>
          </tr>
        </thead>
        <tbody>
          {byTimeAndMonth(allocations).map((one) => (
            <tr key={one.allocationId}>
              <td>
                <When at={one.valueAt} form="date" />
              </td>
              <td>
                {text(`fees:allocation.kind.${one.kind}`)}
                {to === "payment" && one.method !== "opening"
                  ? ` · ${text(`fees:method.${one.method}`)}`
                  : null}
              </td>
              <td>
                <Target one={one} to={to} />
              </td>
              <td className={styles.right}>
                <Money fen={one.amount} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One payment lies on several bills at the same moment: by their months then. */
const byTimeAndMonth = (allocations: readonly Allocation[]) =>
  [...allocations].sort((a, b) => order(a.at, b.at) || order(a.period, b.period));

const order = (a: string, b: string) => (a < b ? -1 : Number(a > b));

function Target({ one, to }: { one: Allocation; to: "payment" | "bill" }) {
  const text = useText();
  if (to === "bill") {
    return (
      <Link to="/fees/bills/$billId" params={{ billId: one.billId }}>
        {one.period}
      </Link>
    );
  }
  if (!one.paymentId) return <span>{text("common:none")}</span>;
  return (
    <Link to="/fees/payments/$paymentId" params={{ paymentId: one.paymentId }} className="fd-number">
      {one.receipt}
    </Link>
  );
}
