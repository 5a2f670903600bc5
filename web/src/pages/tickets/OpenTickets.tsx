import { Link } from "@tanstack/react-router";
import { useText } from "../../i18n/useText";
import { useNow } from "../../ui/useNow";
import { clockOf, type TicketRow } from "./clock";
import { DueClock } from "./DueClock";
import styles from "./HouseCard.module.css";
import { TicketKind } from "./TicketKind";
import { TicketState } from "./TicketState";

/** The tickets of a house in which work is still to be done. */
export function OpenTickets({ tickets, pending }: { tickets: readonly TicketRow[]; pending: boolean }) {
  const text = useText();
  const now = useNow(true);
  if (pending) return <p className={styles.soft}>{text("common:loading")}</p>;
  return (
    <section>
      <h3 className={styles.heading}>{text("tickets:house.open", { count: tickets.length })}</h3>
      <ul className={styles.tickets}>
        {tickets.map((ticket) => {
          const clock = clockOf(ticket, now);
          return (
            <li key={ticket.ticketId} className={styles.ticket}>
              <Link to="/tickets/$ticketId" params={{ ticketId: ticket.ticketId }} className="fd-number">
                {ticket.number}
              </Link>
              <span className={styles.what}>
                <TicketKind kind={ticket.kind} category={ticket.category} />
                <TicketState state={ticket.state} />
              </span>
              <p>{ticket.words}</p>
              {clock ? <DueClock clock={clock} /> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
