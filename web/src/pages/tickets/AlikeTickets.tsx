import { Link } from "@tanstack/react-router";
import { Alert } from "antd";
import type { ReactNode } from "react";
import { When } from "../../ui/When";
import styles from "./Intake.module.css";
import { TicketState } from "./TicketState";
import type { AlikeTicket } from "./useAlike";

interface AlikeTicketsProps {
  title: string;
  type: "warning" | "info";
  tickets: readonly AlikeTicket[];
  footer: ReactNode;
  /** What may be done with one of them instead of registering another. */
  children: (ticket: AlikeTicket) => ReactNode;
}

/** Tickets that a report may be about already, each with the ways to go on with it. */
export function AlikeTickets({ title, type, tickets, footer, children }: AlikeTicketsProps) {
  if (tickets.length === 0) return null;
  return (
    <Alert
      type={type}
      showIcon
      className={styles.gap}
      title={title}
      description={
        <>
          <ul className={styles.alike}>
            {tickets.map((ticket) => (
              <li key={ticket.ticketId}>
                <Link to="/tickets/$ticketId" params={{ ticketId: ticket.ticketId }} className="fd-number">
                  {ticket.number}
                </Link>{" "}
                <TicketState state={ticket.state} />{" "}
                <When at={ticket.doneAt ?? ticket.createdAt} form="relative" />
                <p className={styles.alikeWords}>{ticket.words}</p>
                <div className={styles.alikeDeeds}>{children(ticket)}</div>
              </li>
            ))}
          </ul>
          {footer}
        </>
      }
    />
  );
}
