import { Link } from "@tanstack/react-router";
import { useText } from "../../i18n/useText";
import { useProjectNameInList } from "../../session/useProjectName";
import { useNow } from "../../ui/useNow";
import { clockOf, type TicketRow } from "../tickets/clock";
import { DueClock } from "../tickets/DueClock";
import { TicketKind } from "../tickets/TicketKind";
import styles from "./Today.module.css";

/** One ticket among the first few: where, what, and how its clock stands. */
export function TicketItem({ ticket }: { ticket: TicketRow }) {
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
      </div>
      <div className={styles.soft}>
        <TicketKind kind={ticket.kind} category={ticket.category} urgency={ticket.urgency} />
        <p>{ticket.words}</p>
      </div>
    </li>
  );
}
