import { Link } from "@tanstack/react-router";
import { Button, Skeleton } from "antd";
import { usePagesOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { ErrorState } from "../../ui/ErrorState";
import type { TicketSearch } from "../ticket-filters/search";
import { MoreMayFollow } from "../tickets/MoreMayFollow";
import styles from "./Board.module.css";
import { BoardCard } from "./BoardCard";
import { askedFor, type Column, listOf } from "./columns";

const limit = 20;

interface BoardColumnProps {
  column: Column;
  search: TicketSearch;
  /** The firm's own date. */
  today: string;
}

/** The tickets of one column, newest first, a page at a time. */
export function BoardColumn({ column, search, today }: BoardColumnProps) {
  const text = useText();
  const { projectId } = useProjectScope();
  const data = usePagesOf("GET /tickets", { ...askedFor(search, column, today, projectId), limit });
  const rows = data.pages.flat();
  const full = data.hasMore && data.pages.at(-1)?.length === limit;
  const name = text(`board:name.${column}`);
  return (
    <section className={styles.column} aria-label={name}>
      <header className={styles.head}>
        <h2 className={styles.name}>{name}</h2>
        <Link
          to="/tickets"
          search={listOf(search, column, today)}
          className={styles.link}
          aria-label={`${name} · ${text("board:asList")}`}
        >
          {text("board:list")}
        </Link>
        <p className={styles.hint}>{text(`board:hint.${column}`)}</p>
      </header>
      {data.isPending ? <Skeleton active title={false} paragraph={{ rows: 6, width: "100%" }} /> : null}
      {data.error && rows.length === 0 ? <ErrorState error={data.error} onRetry={data.retry} /> : null}
      {rows.length === 0 && !data.isPending && !data.error && !data.hasMore ? (
        <p className={styles.none}>{text("board:none")}</p>
      ) : null}
      <ul className={styles.cards}>
        {rows.map((row) => (
          <BoardCard key={row.ticketId} row={row} />
        ))}
      </ul>
      {full ? (
        <Button block loading={data.isFetchingNext} onClick={() => void data.more()}>
          {text("common:table.more")}
        </Button>
      ) : null}
      <MoreMayFollow data={data} limit={limit} />
    </section>
  );
}
