import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useText } from "../../i18n/useText";
import { useProjectNameInList } from "../../session/useProjectName";
import { useNow } from "../../ui/useNow";
import { type Clock, type TicketRow, clockOf as workClock } from "../tickets/clock";
import { DueClock } from "../tickets/DueClock";
import { TicketKind } from "../tickets/TicketKind";
import styles from "./Today.module.css";

interface TicketItemProps {
  ticket: TicketRow;
  /** Which clock is shown: that of the work, or until the resident is to hear. */
  clockOf?: (ticket: TicketRow, nowMs: number) => Clock | null;
  /** Beside the clock. */
  aside?: ReactNode;
}

/** One ticket among the first few: where, what, and how its clock stands. */
export function TicketItem({ ticket, clockOf = workClock, aside }: TicketItemProps) {
  const text = useText();
  const clock = clockOf(ticket, useNow(true));
  const where = [
    useProjectNameInList()(ticket.projectId),
    ticket.houseCode ?? text("tickets:publicArea"),
    ticket.reporter.name,
  ];
  return (
    <li className={styles.item}>
      <div className={styles.line}>
        <Link to="/tickets/$ticketId" params={{ ticketId: ticket.ticketId }} className={styles.link}>
          {where.filter(Boolean).join(" · ")}
        </Link>
        {clock ? <DueClock clock={clock} /> : null}
        {aside}
      </div>
      <div className={styles.soft}>
        <TicketKind kind={ticket.kind} category={ticket.category} urgency={ticket.urgency} />
        <p>{ticket.words}</p>
      </div>
    </li>
  );
}
