import { Link } from "@tanstack/react-router";
import type { ItemOf } from "../../api/useQueryOf";
import type { Text } from "../../i18n/text";
import { useText } from "../../i18n/useText";
import type { Column } from "../../ui/DataTable";
import { Money } from "../../ui/Money";
import { StatusTag, type Tone } from "../../ui/StatusTag";

export type BillRow = ItemOf<"GET /projects/{projectId}/bills">;

const tones: Record<BillRow["status"], Tone> = { open: "active", settled: "good", cancelled: "neutral" };

/** A bill's state in words; overdue is said of open ones whose day has passed. */
export function BillState({ bill, today }: { bill: Pick<BillRow, "status" | "dueOn">; today: string }) {
  const text = useText();
  const overdue = bill.status === "open" && bill.dueOn < today;
  return (
    <StatusTag tone={overdue ? "warn" : tones[bill.status]}>
      {text(overdue ? "fees:billState.overdue" : `fees:billState.${bill.status}`)}
    </StatusTag>
  );
}

/** The columns of a list of bills: of a month by house, or of a house by month. */
export function billColumns(text: Text, by: "house" | "period", today: string): Column<BillRow>[] {
  return [
    {
      key: by,
      title: text(by === "house" ? "fees:field.house" : "fees:field.period"),
      card: "title",
      render: (bill) => (
        <Link to="/fees/bills/$billId" params={{ billId: bill.billId }}>
          {by === "house" ? bill.houseCode : bill.period}
        </Link>
      ),
    },
    {
      key: "state",
      title: text("fees:field.state"),
      card: "aside",
      render: (bill) => (
        <>
          <BillState bill={bill} today={today} />{" "}
          {bill.origin === "service" ? (
            <StatusTag tone="neutral">{text("fees:bill.service")}</StatusTag>
          ) : null}
        </>
      ),
    },
    {
      key: "number",
      title: text("fees:field.number"),
      render: (bill) => <span className="fd-number">{bill.number}</span>,
    },
    {
      key: "due",
      title: text("fees:field.dueOn"),
      render: (bill) => <span className="fd-number">{bill.dueOn}</span>,
    },
    {
      key: "amount",
      title: text("fees:field.amount"),
      align: "right",
      render: (bill) => <Money fen={bill.amount} />,
    },
    {
      key: "paid",
      title: text("fees:field.paid"),
      align: "right",
      render: (bill) => <Money fen={bill.paid} />,
    },
    {
      key: "open",
      title: text("fees:field.outstanding"),
      align: "right",
      render: (bill) => <Money fen={bill.outstanding} />,
    },
  ];
}
