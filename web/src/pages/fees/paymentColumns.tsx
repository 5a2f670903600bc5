import { Link } from "@tanstack/react-router";
import type { ItemOf } from "../../api/useQueryOf";
import type { Text } from "../../i18n/text";
import { useText } from "../../i18n/useText";
import type { Column } from "../../ui/DataTable";
import { Money } from "../../ui/Money";
import { StatusTag, type Tone } from "../../ui/StatusTag";
import { When } from "../../ui/When";

export type PaymentRow = ItemOf<"GET /projects/{projectId}/payments">;

const tones: Record<PaymentRow["state"], Tone> = { recorded: "good", refunded: "warn", cancelled: "neutral" };

/** A payment's state in words. */
export function PaymentState({ payment }: { payment: Pick<PaymentRow, "state" | "refunded"> }) {
  const text = useText();
  const partly = payment.state === "recorded" && payment.refunded > 0;
  return (
    <StatusTag tone={partly ? "warn" : tones[payment.state]}>
      {text(partly ? "fees:paymentState.partly" : `fees:paymentState.${payment.state}`)}
    </StatusTag>
  );
}

/** The columns of a list of payments: of a project, or of one house. */
export function paymentColumns(text: Text, withHouse: boolean): Column<PaymentRow>[] {
  const house: Column<PaymentRow> = {
    key: "house",
    title: text("fees:field.house"),
    render: (payment) => payment.houseCode,
  };
  return [
    {
      key: "number",
      title: text("fees:field.receipt"),
      card: "title",
      render: (payment) => (
        <Link to="/fees/payments/$paymentId" params={{ paymentId: payment.paymentId }} className="fd-number">
          {payment.number}
        </Link>
      ),
    },
    {
      key: "state",
      title: text("fees:field.state"),
      card: "aside",
      render: (payment) => <PaymentState payment={payment} />,
    },
    ...(withHouse ? [house] : []),
    {
      key: "method",
      title: text("fees:field.method"),
      render: (payment) => text(`fees:method.${payment.method}`),
    },
    {
      key: "received",
      title: text("fees:field.receivedAt"),
      render: (payment) => <When at={payment.receivedAt} form="date" />,
    },
    {
      key: "amount",
      title: text("fees:field.amount"),
      align: "right",
      render: (payment) => <Money fen={payment.amount} />,
    },
    {
      key: "credit",
      title: text("fees:field.unallocated"),
      align: "right",
      render: (payment) =>
        payment.unallocated > 0 ? <Money fen={payment.unallocated} /> : text("common:none"),
    },
  ];
}
