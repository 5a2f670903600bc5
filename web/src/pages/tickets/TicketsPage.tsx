import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { Select } from "antd";
import { useEffect } from "react";
import { useText } from "../../i18n/useText";
import { useCan, useSession } from "../../session/SessionContext";
import { PageHeader } from "../../ui/PageHeader";
import { PageSkeleton } from "../../ui/PageSkeleton";
import { CallbacksDue } from "../callbacks/CallbacksDue";
import { FilterBar } from "../ticket-filters/FilterBar";
import {
  isWorkList,
  narrowing,
  type Show,
  searchOf,
  shows,
  type TicketSearch,
} from "../ticket-filters/search";
import { useSavedFilters } from "../ticket-filters/useSavedFilters";
import { MonthReport } from "./MonthReport";
import { MyWork } from "./MyWork";
import { Register } from "./Register";
import styles from "./Tickets.module.css";
import { ToDecide } from "./ToDecide";
import { searchOfTab, tabOf, tabsOf, type WorkTab } from "./tabs";
import { WorkTabs } from "./WorkTabs";

const route = getRouteApi("/app/tickets");

/** All there is to do, by whose it is, and the register; narrowed by filters that its address holds. */
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
  const tabs = tabsOf(useSession().permissions);
  const navigate = useNavigate();
  const asked = route.useSearch();
  const { begin, isPending } = useSavedFilters();
  const bare = Object.keys(asked).length === 0;
  const others = isWorkList(asked.show) && !tabs.includes(asked.show);
  const search: TicketSearch = others ? { ...asked, show: "open" } : asked;
  useEffect(() => {
    if (bare && begin) void navigate({ to: "/tickets", search: searchOf(begin.filter), replace: true });
  }, [bare, begin, navigate]);
  if (bare && (isPending || begin)) return <PageSkeleton />;
  const go = (next: TicketSearch) =>
    void navigate({ to: "/tickets", search: { ...next, show: next.show ?? "open" } });
  return (
    <>
      <FilterBar search={search} onChange={go} fixed={isWorkList(search.show)}>
        <States tabs={tabs} search={search} onChange={go} />
      </FilterBar>
      <Shown search={search} />
    </>
  );
}

function Shown({ search }: { search: TicketSearch }) {
  switch (search.show) {
    case "mine":
      return <MyWork />;
    case "call":
      return <CallbacksDue overdue={false} />;
    case "decide":
      return <ToDecide />;
    default:
      return <Register search={search} />;
  }
}

/** Of what overlaps, the select offers the finer ones; an address may ask for the others as well. */
const coarse: readonly Show[] = ["dispatched", "started"];
const isSingle = (show: Show) => tabOf({ show }) === undefined;

interface StatesProps {
  tabs: readonly WorkTab[];
  search: TicketSearch;
  onChange: (search: TicketSearch) => void;
}

function States({ tabs, search, onChange }: StatesProps) {
  const text = useText();
  const { show = "open" } = search;
  const choose = (next: Show) => onChange({ ...search, show: next });
  const single = shows.filter((value) => isSingle(value) && (value === show || !coarse.includes(value)));
  return (
    <div className={styles.filters}>
      <WorkTabs tabs={tabs} shown={tabOf(search)} onChoose={(tab) => onChange(searchOfTab(tab, search))} />
      <Select<Show>
        className={styles.state}
        aria-label={text("tickets:list.oneState")}
        placeholder={text("tickets:list.oneState")}
        value={isSingle(show) ? show : undefined}
        allowClear
        onChange={(value) => choose(value ?? "open")}
        options={single.map((value) => ({ value, label: text(`tickets:filter.${value}`) }))}
      />
    </div>
  );
}
