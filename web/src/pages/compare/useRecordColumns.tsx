import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { OutputOf } from "../../api/contract";
import { useText } from "../../i18n/useText";
import { useCanOpen } from "../../nav/useNavigation";
import type { Column } from "../../ui/DataTable";
import { formatFigure } from "../../ui/format";
import { StatusTag } from "../../ui/StatusTag";
import { When } from "../../ui/When";
import { TicketState } from "../tickets/TicketState";
import { type DrillName, figuresOf, isRate, type RateName, unitOf } from "./figures";

type RecordRow = OutputOf<"GET /figures/records">["items"][number];
type TicketRow = Extract<RecordRow, { record: "ticket" }>;
type BillRow = Extract<RecordRow, { record: "bill" }>;

const billTones = { open: "warn", settled: "good", cancelled: "neutral" } as const;

/** The columns of the records behind a figure: which one, what of it, and what it adds to either side. */
export function useRecordColumns(name: DrillName): Column<RecordRow>[] {
  const text = useText();
  const { i18n } = useTranslation();
  const canOpen = useCanOpen();
  const ofTickets = figuresOf.service.includes(name);
  const side = (key: "numerator" | "denominator", rateName: RateName): Column<RecordRow> => ({
    key,
    title: text(`figures:${rateName}.${key}`),
    align: "right",
    render: (row) => formatFigure(row[key], unitOf(rateName), i18n.language),
  });
  const common: Column<RecordRow>[] = [
    {
      key: "number",
      title: text("compare:field.number"),
      card: "title",
      render: (row) => <RecordNumber row={row} canOpen={canOpen} />,
    },
    {
      key: "state",
      title: text("compare:field.state"),
      card: "aside",
      render: (row) =>
        row.record === "ticket" ? <TicketState state={row.state} /> : <BillState row={row} />,
    },
    {
      key: "house",
      title: text("compare:field.house"),
      render: (row) => <HouseOf row={row} link={canOpen("/houses/$houseId")} />,
    },
    {
      key: "what",
      title: text(ofTickets ? "compare:field.ticket" : "compare:field.period"),
      render: (row) => (row.record === "ticket" ? <TicketOf row={row} /> : row.period),
    },
  ];
  return isRate(name) ? [...common, side("numerator", name), side("denominator", name)] : common;
}

function RecordNumber({ row, canOpen }: { row: RecordRow; canOpen: (path: string) => boolean }) {
  if (row.record === "ticket" && canOpen("/tickets/$ticketId")) {
    return (
      <Link to="/tickets/$ticketId" params={{ ticketId: row.ticketId }} className="fd-number">
        {row.number}
      </Link>
    );
  }
  if (row.record === "bill" && canOpen("/fees/bills/$billId")) {
    return (
      <Link to="/fees/bills/$billId" params={{ billId: row.billId }} className="fd-number">
        {row.number}
      </Link>
    );
  }
  return <span className="fd-number">{row.number}</span>;
}

function BillState({ row }: { row: BillRow }) {
  const text = useText();
  return <StatusTag tone={billTones[row.status]}>{text(`compare:bill.${row.status}`)}</StatusTag>;
}

function TicketOf({ row }: { row: TicketRow }) {
  const text = useText();
  return (
    <>
      {text(`tickets:kind.${row.ticketKind}`)} · <When at={row.createdAt} form="date" />
    </>
  );
}

function HouseOf({ row, link }: { row: RecordRow; link: boolean }) {
  const text = useText();
  if (!row.houseId) return text("common:none");
  if (!link) return row.houseCode;
  return (
    <Link to="/houses/$houseId" params={{ houseId: row.houseId }} className="fd-number">
      {row.houseCode}
    </Link>
  );
}
