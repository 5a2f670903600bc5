import { Link } from "@tanstack/react-router";
import { useText } from "../../i18n/useText";
import { useProjectNameInList } from "../../session/useProjectName";
import { StatusTag } from "../../ui/StatusTag";
import { useNow } from "../../ui/useNow";
import { When } from "../../ui/When";
import { listedClock, type TicketRow } from "../tickets/clock";
import { DueClock } from "../tickets/DueClock";
import { TicketKind } from "../tickets/TicketKind";
import styles from "./Board.module.css";

/** One ticket on the board: what it is, where, who has it, and how its clock stands; it opens with a touch. */
export function BoardCard({ row }: { row: TicketRow }) {
  const text = useText();
  const projectName = useProjectNameInList();
  const clock = listedClock(row, useNow(true));
  const hands =
    row.assigneeName ?? (row.trade ? text(`tickets:trade.${row.trade}`) : text("tickets:nobodyYet"));
  const where = [row.houseCode ?? text("tickets:publicArea"), projectName(row.projectId)].filter(Boolean);
  return (
    <li className={styles.card}>
      <div className={styles.first}>
        <Link
          to="/tickets/$ticketId"
          params={{ ticketId: row.ticketId }}
          className={`fd-number ${styles.number}`}
        >
          {row.number}
        </Link>
        <small className={styles.soft}>
          <When at={row.createdAt} form="relative" />
        </small>
      </div>
      <TicketKind kind={row.kind} category={row.category} urgency={row.urgency} />
      <p className={styles.words}>{row.words}</p>
      <p className={styles.soft}>{where.join(" · ")}</p>
      <p className={styles.soft}>{hands}</p>
      {clock || row.pausedAt || row.reopenedCount > 0 ? (
        <div className={styles.marks}>
          {clock ? <DueClock clock={clock} /> : null}
          {row.pausedAt ? <StatusTag tone="warn">{text("tickets:clock.paused")}</StatusTag> : null}
          {row.reopenedCount > 0 ? (
            <StatusTag tone="neutral">{text("filters:reopened.yes")}</StatusTag>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}
