import type { TicketKind } from "@frontdesk/core/ticket/kind";
import { Link } from "@tanstack/react-router";
import { Alert } from "antd";
import { useText } from "../../i18n/useText";
import { When } from "../../ui/When";
import type { TicketRow } from "./clock";
import styles from "./Intake.module.css";
import { TicketState } from "./TicketState";

interface DuplicateWarningProps {
  tickets: readonly TicketRow[];
  kind: TicketKind;
  category: string | undefined;
}

/** Says that the same matter of the same house is under way already, so that it is not done twice. */
export function DuplicateWarning({ tickets, kind, category }: DuplicateWarningProps) {
  const text = useText();
  const same = tickets.filter((ticket) => ticket.kind === kind && ticket.category === category);
  if (same.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className={styles.gap}
      title={text("tickets:new.duplicate", { count: same.length })}
      description={
        <ul>
          {same.map((ticket) => (
            <li key={ticket.ticketId}>
              <Link to="/tickets/$ticketId" params={{ ticketId: ticket.ticketId }} className="fd-number">
                {ticket.number}
              </Link>{" "}
              <TicketState state={ticket.state} /> <When at={ticket.createdAt} form="relative" />
              <div>{ticket.words}</div>
            </li>
          ))}
        </ul>
      }
    />
  );
}
