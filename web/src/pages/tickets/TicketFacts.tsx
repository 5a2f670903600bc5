import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { PhoneLink } from "../../find/PhoneLink";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { Attachments } from "../../ui/Attachments";
import { Panel } from "../../ui/Panel";
import { When } from "../../ui/When";
import type { TicketDetail } from "./actions";
import styles from "./Ticket.module.css";

/** What was said, by whom, where, and who has it now. */
export function TicketFacts({ ticket }: { ticket: TicketDetail }) {
  const text = useText();
  const { projects } = useProjectScope();
  const { reporter } = ticket;
  const assigned = [ticket.trade ? text(`tickets:trade.${ticket.trade}`) : null, ticket.assigneeName];
  return (
    <Panel title={text("tickets:field.words")}>
      <p className={styles.words}>{ticket.words}</p>
      <Attachments ids={ticket.photos} />
      <dl className={styles.facts}>
        <Fact label={text("tickets:field.where")}>
          {projects.find((project) => project.projectId === ticket.projectId)?.name} <House ticket={ticket} />
        </Fact>
        <Fact label={text("tickets:field.reporter")}>
          {reporter.name} {reporter.phone ? <PhoneLink phone={reporter.phone} /> : null}
        </Fact>
        <Fact label={text("tickets:field.assigned")}>
          {assigned.filter(Boolean).join(" · ") || text("tickets:nobodyYet")}
        </Fact>
        <Fact label={text("tickets:field.channel")}>{text(`tickets:channel.${ticket.channel}`)}</Fact>
        <Fact label={text("tickets:field.created")}>
          <span>
            <When at={ticket.createdAt} /> · {ticket.registeredByName}
          </span>
        </Fact>
        {ticket.repeatOf.length > 0 ? (
          <Fact label={text("tickets:field.repeatOf")}>
            {ticket.repeatOf.map((ticketId) => (
              <Link key={ticketId} to="/tickets/$ticketId" params={{ ticketId }}>
                {text("tickets:seeEarlier")}
              </Link>
            ))}
          </Fact>
        ) : null}
        {ticket.duplicateOf ? (
          <Fact label={text("tickets:field.duplicateOf")}>
            <Link to="/tickets/$ticketId" params={{ ticketId: ticket.duplicateOf }}>
              {text("tickets:seeEarlier")}
            </Link>
          </Fact>
        ) : null}
      </dl>
    </Panel>
  );
}

function House({ ticket }: { ticket: TicketDetail }) {
  const text = useText();
  const { houseId, houseCode } = ticket;
  if (!houseId) return text("tickets:publicArea");
  return (
    <Link to="/houses/$houseId" params={{ houseId }}>
      {houseCode}
    </Link>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
