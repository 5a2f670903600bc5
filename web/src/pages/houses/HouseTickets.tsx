import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { usePagesOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { ErrorState } from "../../ui/ErrorState";
import { Panel } from "../../ui/Panel";
import { When } from "../../ui/When";
import { isOpen, type TicketRow } from "../tickets/clock";
import { OpenTickets } from "../tickets/OpenTickets";
import { TicketKind } from "../tickets/TicketKind";
import { TicketState } from "../tickets/TicketState";
import styles from "./Houses.module.css";

/** What the house reported: what is open with its clocks, and all of it on request. */
export function HouseTickets({ houseId }: { houseId: string }) {
  const text = useText();
  const [all, setAll] = useState(false);
  const data = usePagesOf("GET /houses/{houseId}/tickets", { houseId, limit: 30 });
  const rows = data.pages.flat();
  return (
    <Panel
      title={text("nav:tickets")}
      aside={
        rows.length > 0 ? (
          <button type="button" className={styles.textButton} onClick={() => setAll(!all)}>
            {text(all ? "houses:tickets.onlyOpen" : "houses:tickets.all")}
          </button>
        ) : null
      }
    >
      {data.error && rows.length === 0 ? <ErrorState error={data.error} onRetry={data.retry} /> : null}
      {all ? (
        <Every data={data} />
      ) : (
        <OpenTickets tickets={rows.filter(({ state }) => isOpen(state))} pending={data.isPending} />
      )}
    </Panel>
  );
}

function Every({ data }: { data: ReturnType<typeof usePagesOf<"GET /houses/{houseId}/tickets">> }) {
  const text = useText();
  return (
    <DataTable<TicketRow>
      label={text("nav:tickets")}
      data={data}
      rowKey={(row) => row.ticketId}
      empty={<EmptyState title={text("houses:tickets.none")} />}
      columns={[
        {
          key: "number",
          title: text("tickets:field.ticket"),
          card: "title",
          render: (row) => (
            <Link to="/tickets/$ticketId" params={{ ticketId: row.ticketId }} className="fd-number">
              {row.number}
            </Link>
          ),
        },
        {
          key: "state",
          title: text("tickets:field.state"),
          card: "aside",
          render: (row) => <TicketState state={row.state} />,
        },
        {
          key: "kind",
          title: text("tickets:field.kind"),
          render: (row) => <TicketKind kind={row.kind} category={row.category} urgency={row.urgency} />,
        },
        {
          key: "created",
          title: text("tickets:field.created"),
          render: (row) => <When at={row.createdAt} form="date" />,
        },
      ]}
    />
  );
}
