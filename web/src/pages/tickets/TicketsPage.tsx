import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { Segmented, Select } from "antd";
import type { OutputOf } from "../../api/contract";
import { usePagesOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { useCan } from "../../session/SessionContext";
import { type Column, DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { PageHeader } from "../../ui/PageHeader";
import { filterOf, filters, type TicketFilter } from "./filter";
import { MonthReport } from "./MonthReport";
import { OrderState } from "./OrderState";
import styles from "./Tickets.module.css";
import { useTicketColumns } from "./useTicketColumns";

const route = getRouteApi("/app/tickets");

/** The register: what is open, what is mine, what was; of the project chosen above or of all. */
export default function TicketsPage() {
  const text = useText();
  const works = useCan("ticket.work");
  const registers = useCan("ticket.register");
  const reports = useCan("figure.read");
  const navigate = useNavigate();
  const show = filterOf(route.useSearch().show, works);
  const choose = (next: TicketFilter) => void navigate({ to: "/tickets", search: { show: next } });
  const main = ["open", "mine", "all"] as const;
  const offered = works ? main : main.filter((one) => one !== "mine");
  const inOneState = (main as readonly string[]).includes(show) ? undefined : show;
  return (
    <>
      <PageHeader
        title={text("nav:tickets")}
        actions={
          <>
            {reports ? <MonthReport /> : null}
            {registers ? (
              <Link to="/tickets/new" className="fd-button-link fd-primary">
                {text("tickets:new.title")}
              </Link>
            ) : null}
          </>
        }
      />
      <div className={styles.filters}>
        <Segmented<TicketFilter | "">
          aria-label={text("tickets:list.show")}
          value={inOneState ? "" : show}
          options={offered.map((value) => ({ value, label: text(`tickets:filter.${value}`) }))}
          onChange={(value) => value && choose(value)}
        />
        <Select<TicketFilter>
          className={styles.state}
          aria-label={text("tickets:list.oneState")}
          placeholder={text("tickets:list.oneState")}
          value={inOneState}
          allowClear
          onChange={(value) => choose(value ?? "open")}
          options={filters
            .filter((value) => !(main as readonly string[]).includes(value))
            .map((value) => ({ value, label: text(`tickets:filter.${value}`) }))}
        />
      </div>
      {show === "mine" ? <MyWork /> : <Register show={show} />}
    </>
  );
}

function Register({ show }: { show: Exclude<TicketFilter, "mine"> }) {
  const text = useText();
  const { projectId } = useProjectScope();
  const data = usePagesOf("GET /tickets", { projectId, state: show === "all" ? undefined : show, limit: 50 });
  return (
    <DataTable
      key={`${show}${projectId}`}
      label={text("nav:tickets")}
      columns={useTicketColumns()}
      data={data}
      rowKey={(row) => row.ticketId}
      empty={
        show === "open" ? (
          <EmptyState title={text("tickets:list.noneOpen")}>{text("tickets:list.noneOpenHint")}</EmptyState>
        ) : (
          <EmptyState title={text("tickets:list.empty")}>{text("tickets:list.emptyHint")}</EmptyState>
        )
      }
    />
  );
}

type WorkRow = OutputOf<"GET /work">["items"][number];

/** One's own work orders, each with its own state rather than its ticket's. */
function MyWork() {
  const text = useText();
  const columns = useTicketColumns().map(
    (column): Column<WorkRow> =>
      column.key === "state"
        ? { ...column, render: ({ orderState }) => <OrderState state={orderState} /> }
        : column,
  );
  const { projectId } = useProjectScope();
  const data = usePagesOf("GET /work", { limit: 50 });
  const pages = data.pages.map((page) => page.filter((row) => !projectId || row.projectId === projectId));
  return (
    <DataTable
      label={text("tickets:filter.mine")}
      columns={columns}
      data={{ ...data, pages }}
      rowKey={(row) => `${row.ticketId}${row.order}`}
      empty={<EmptyState title={text("tickets:list.noWork")}>{text("tickets:list.noWorkHint")}</EmptyState>}
    />
  );
}
