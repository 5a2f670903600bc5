import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { Segmented, Select } from "antd";
import { useEffect } from "react";
import type { OutputOf } from "../../api/contract";
import { usePagesOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { useCan } from "../../session/SessionContext";
import { type Column, DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { PageHeader } from "../../ui/PageHeader";
import { PageSkeleton } from "../../ui/PageSkeleton";
import { FilterBar } from "../ticket-filters/FilterBar";
import { narrowing, type Show, searchOf, shows, type TicketSearch } from "../ticket-filters/search";
import { useSavedFilters } from "../ticket-filters/useSavedFilters";
import { MonthReport } from "./MonthReport";
import { OrderState } from "./OrderState";
import { Register } from "./Register";
import styles from "./Tickets.module.css";
import { useTicketColumns } from "./useTicketColumns";

const route = getRouteApi("/app/tickets");

/** The register: what is open, what is mine, what was; narrowed by filters that its address holds. */
export default function TicketsPage() {
  const text = useText();
  const registers = useCan("ticket.register");
  const reports = useCan("figure.read");
  const search = route.useSearch();
  return (
    <>
      <PageHeader
        title={text("nav:tickets")}
        actions={
          <>
            <Link to="/board" search={narrowing(search)} className="fd-button-link">
              {text("board:title")}
            </Link>
            {reports ? <MonthReport /> : null}
            {registers ? (
              <Link to="/tickets/new" className="fd-button-link fd-primary">
                {text("tickets:new.title")}
              </Link>
            ) : null}
          </>
        }
      />
      <Listed />
    </>
  );
}

/** An address that asks for nothing begins with the member's own choice. */
function Listed() {
  const works = useCan("ticket.work");
  const navigate = useNavigate();
  const asked = route.useSearch();
  const { begin, isPending } = useSavedFilters();
  const bare = Object.keys(asked).length === 0;
  const search: TicketSearch = asked.show === "mine" && !works ? { ...asked, show: "open" } : asked;
  useEffect(() => {
    if (bare && begin) void navigate({ to: "/tickets", search: searchOf(begin.filter), replace: true });
  }, [bare, begin, navigate]);
  if (bare && (isPending || begin)) return <PageSkeleton />;
  const go = (next: TicketSearch) =>
    void navigate({ to: "/tickets", search: { ...next, show: next.show ?? "open" } });
  const mine = search.show === "mine";
  return (
    <>
      <FilterBar search={search} onChange={go} fixed={mine}>
        <States search={search} onChange={go} />
      </FilterBar>
      {mine ? <MyWork /> : <Register search={search} />}
    </>
  );
}

const main = ["open", "mine", "all"] as const satisfies Show[];
/** Of what overlaps, the select offers the finer ones; an address may ask for the others as well. */
const coarse: readonly Show[] = ["dispatched", "started"];
const isMain = (show: Show) => (main as readonly Show[]).includes(show);

interface StatesProps {
  search: TicketSearch;
  onChange: (search: TicketSearch) => void;
}

function States({ search, onChange }: StatesProps) {
  const text = useText();
  const works = useCan("ticket.work");
  const { show = "open" } = search;
  const choose = (next: Show) => onChange({ ...search, show: next });
  const single = shows.filter((value) => !isMain(value) && (value === show || !coarse.includes(value)));
  return (
    <div className={styles.filters}>
      <Segmented<Show | "">
        aria-label={text("tickets:list.show")}
        value={isMain(show) ? show : ""}
        options={main
          .filter((value) => works || value !== "mine")
          .map((value) => ({ value, label: text(`tickets:filter.${value}`) }))}
        onChange={(value) => value && choose(value)}
      />
      <Select<Show>
        className={styles.state}
        aria-label={text("tickets:list.oneState")}
        placeholder={text("tickets:list.oneState")}
        value={isMain(show) ? undefined : show}
        allowClear
        onChange={(value) => choose(value ?? "open")}
        options={single.map((value) => ({ value, label: text(`tickets:filter.${value}`) }))}
      />
    </div>
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
