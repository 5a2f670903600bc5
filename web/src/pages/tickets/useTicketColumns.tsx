import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useText } from "../../i18n/useText";
import { useProjectNameInList } from "../../session/useProjectName";
import type { Column } from "../../ui/DataTable";
import { useNow } from "../../ui/useNow";
import { When } from "../../ui/When";
import { listedClock, type TicketRow } from "./clock";
import { DueClock } from "./DueClock";
import { TicketKind } from "./TicketKind";
import { TicketState } from "./TicketState";
import styles from "./Tickets.module.css";

/** The columns of a list of tickets, with its clocks running. */
export function useTicketColumns(): Column<TicketRow>[] {
  const text = useText();
  const now = useNow(true);
  const projectName = useProjectNameInList();
  return useMemo(() => {
    const columns: Column<TicketRow>[] = [
      { key: "ticket", title: text("tickets:field.ticket"), card: "title", width: 260, render: Heading },
      {
        key: "state",
        title: text("tickets:field.state"),
        card: "aside",
        render: (row) => <TicketState state={row.state} />,
      },
      {
        key: "due",
        title: text("tickets:field.due"),
        render: (row) => {
          const clock = listedClock(row, now);
          return clock ? <DueClock clock={clock} /> : text("common:none");
        },
      },
      {
        key: "kind",
        title: text("tickets:field.kind"),
        render: (row) => <TicketKind kind={row.kind} category={row.category} urgency={row.urgency} />,
      },
      {
        key: "where",
        title: text("tickets:field.where"),
        render: (row) => (
          <div>
            {[row.houseCode ?? text("tickets:publicArea"), row.reporter.name].join(" · ")}
            <div className={styles.project}>{projectName(row.projectId)}</div>
          </div>
        ),
      },
      {
        key: "assigned",
        title: text("tickets:field.assigned"),
        render: (row) =>
          row.assigneeName ?? (row.trade ? text(`tickets:trade.${row.trade}`) : text("common:none")),
      },
    ];
    return columns;
  }, [text, now, projectName]);
}

function Heading(row: TicketRow) {
  return (
    <div className={styles.heading}>
      <span className={styles.first}>
        <Link to="/tickets/$ticketId" params={{ ticketId: row.ticketId }} className="fd-number">
          {row.number}
        </Link>
        <small className={styles.project}>
          <When at={row.createdAt} form="relative" />
        </small>
      </span>
      <span className={styles.words}>{row.words}</span>
    </div>
  );
}
