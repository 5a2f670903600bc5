import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { useZone } from "../../session/zone";
import { useNarrow } from "../../theme/useNarrow";
import { EmptyState } from "../../ui/EmptyState";
import { PageHeader } from "../../ui/PageHeader";
import { formatTime } from "../../ui/time";
import { FilterBar } from "../ticket-filters/FilterBar";
import { narrowing, type TicketSearch } from "../ticket-filters/search";
import styles from "./Board.module.css";
import { BoardColumn } from "./BoardColumn";
import { columnOf, columns } from "./columns";

const route = getRouteApi("/app/board");

/** Tickets by how far they are: a column each at a desk, one at a time on a phone. */
export default function BoardPage() {
  const text = useText();
  const { i18n } = useTranslation();
  const zone = useZone();
  const narrow = useNarrow();
  const navigate = useNavigate();
  const search = route.useSearch();
  const { projects } = useProjectScope();
  const go = (next: TicketSearch) => void navigate({ to: "/board", search: next });
  const today = formatTime(new Date().toISOString(), "date", i18n.language, zone);
  const inView = columnOf(search);
  const known = !search.project || projects.some(({ projectId }) => projectId === search.project);
  const shown = narrow ? columns.filter((one) => one === inView) : columns;
  return (
    <>
      <PageHeader
        title={text("board:title")}
        actions={
          <Link to="/tickets" search={{ ...narrowing(search), show: "open" }} className="fd-button-link">
            {text("board:list")}
          </Link>
        }
      />
      <FilterBar search={search} onChange={go} />
      {narrow ? (
        <nav aria-label={text("board:column")} className={styles.tabs}>
          {columns.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === inView}
              className={styles.tab}
              onClick={() => go({ ...search, show: one })}
            >
              {text(`board:name.${one}`)}
            </button>
          ))}
        </nav>
      ) : null}
      {known ? (
        <div className={styles.board}>
          {shown.map((column) => (
            <BoardColumn key={column} column={column} search={search} today={today} />
          ))}
        </div>
      ) : (
        <EmptyState title={text("tickets:list.empty")} />
      )}
    </>
  );
}
