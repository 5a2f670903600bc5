import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { OutputOf } from "../../api/contract";
import { useText } from "../../i18n/useText";
import { useCanOpen } from "../../nav/useNavigation";
import type { Column } from "../../ui/DataTable";
import { formatFigure } from "../../ui/format";
import { When } from "../../ui/When";
import { TicketState } from "../tickets/TicketState";
import { type DrillName, isRate, type RateName, unitOf } from "./figures";

type RecordRow = OutputOf<"GET /figures/records">["items"][number];

/** The columns of the records behind a figure: which one, what of it, and what it adds to either side. */
export function useRecordColumns(name: DrillName): Column<RecordRow>[] {
  const text = useText();
  const { i18n } = useTranslation();
  const canOpen = useCanOpen();
  const seesTickets = canOpen("/tickets/$ticketId");
  const seesHouses = canOpen("/houses/$houseId");
  const side = (key: "numerator" | "denominator", rateName: RateName): Column<RecordRow> => ({
    key,
    title: text(`figures:${rateName}.${key}`),
    align: "right",
    render: (row) => formatFigure(row[key], unitOf(rateName), i18n.language),
  });
  return [
    {
      key: "number",
      title: text("compare:field.number"),
      card: "title",
      render: (row) =>
        row.record === "ticket" && seesTickets ? (
          <Link to="/tickets/$ticketId" params={{ ticketId: row.ticketId }} className="fd-number">
            {row.number}
          </Link>
        ) : (
          <span className="fd-number">{row.number}</span>
        ),
    },
    {
      key: "state",
      title: text("compare:field.state"),
      card: "aside",
      render: (row) =>
        row.record === "ticket" ? (
          <TicketState state={row.state} />
        ) : (
          <span className="fd-number">{row.period}</span>
        ),
    },
    {
      key: "house",
      title: text("compare:field.house"),
      render: (row) => <House row={row} link={seesHouses} />,
    },
    {
      key: "what",
      title: text("compare:field.what"),
      render: (row) =>
        row.record === "ticket" ? (
          <>
            {text(`tickets:kind.${row.ticketKind}`)} · <When at={row.createdAt} form="date" />
          </>
        ) : (
          text(`compare:bill.${row.status}`)
        ),
    },
    ...(isRate(name) ? [side("numerator", name), side("denominator", name)] : []),
  ];
}

function House({ row, link }: { row: RecordRow; link: boolean }) {
  const text = useText();
  if (!row.houseId) return text("common:none");
  if (!link) return row.houseCode;
  return (
    <Link to="/houses/$houseId" params={{ houseId: row.houseId }} className="fd-number">
      {row.houseCode}
    </Link>
  );
}
