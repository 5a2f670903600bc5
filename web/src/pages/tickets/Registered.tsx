import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useEffect, useRef } from "react";
import type { OutputOf } from "../../api/contract";
import { useText } from "../../i18n/useText";
import { useCan } from "../../session/SessionContext";
import { useNow } from "../../ui/useNow";
import { clockOf } from "./clock";
import { DueClock } from "./DueClock";
import styles from "./Registered.module.css";
import { TicketKind } from "./TicketKind";

interface RegisteredProps {
  ticket: OutputOf<"POST /tickets">;
  onNext: () => void;
}

/** The number of what was just taken in, to be read back to the resident, and what comes next. */
export function Registered({ ticket, onNext }: RegisteredProps) {
  const text = useText();
  const dispatches = useCan("ticket.dispatch");
  const clock = clockOf(ticket, useNow(true));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const merged = ticket.duplicateOf !== undefined;
  const params = { ticketId: ticket.duplicateOf ?? ticket.ticketId };
  return (
    <section className={styles.done} role="status">
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {text("tickets:done.title")}
      </h1>
      <p>{text("tickets:done.readBack")}</p>
      <p className={styles.number}>{ticket.number}</p>
      {merged ? <p>{text("tickets:done.merged")}</p> : null}
      <p className={styles.facts}>
        <TicketKind kind={ticket.kind} category={ticket.category} urgency={ticket.urgency} />
        <span>{[ticket.houseCode ?? text("tickets:publicArea"), ticket.reporter.name].join(" · ")}</span>
        {clock ? <DueClock clock={clock} /> : null}
      </p>
      <div className={styles.actions}>
        {dispatches && !merged && ticket.kind !== "complaint" ? (
          <Link
            to="/tickets/$ticketId"
            params={params}
            search={{ do: "assign" }}
            className="fd-button-link fd-primary"
          >
            {text("tickets:done.dispatch")}
          </Link>
        ) : (
          <Link to="/tickets/$ticketId" params={params} className="fd-button-link">
            {text(merged ? "tickets:done.openTwin" : "tickets:done.open")}
          </Link>
        )}
        <Button onClick={onNext}>{text("tickets:done.next")}</Button>
      </div>
    </section>
  );
}
