import { useText } from "../../i18n/useText";
import { Panel } from "../../ui/Panel";
import { StatusTag } from "../../ui/StatusTag";
import { useNow } from "../../ui/useNow";
import { When } from "../../ui/When";
import type { TicketDetail } from "./actions";
import { callbackClock, clockOf, hearingClock } from "./clock";
import { DueClock } from "./DueClock";
import styles from "./Ticket.module.css";

/** The clocks of a ticket: which one runs, and how those that stopped were met. */
export function TicketClocks({ ticket }: { ticket: TicketDetail }) {
  const text = useText();
  const now = useNow(true);
  const running = clockOf(ticket, now);
  const hearing = hearingClock(ticket, now);
  const last = ticket.completions.at(-1);
  const steps = [
    ["verified", ticket.verifiedAt, ticket.verifiedDueAt],
    ["onSite", ticket.onSiteAt ?? ticket.startedAt, ticket.onSiteDueAt],
    ["answered", ticket.answeredAt, ticket.answerDueAt],
    ["quality", running ? undefined : last?.completedAt, ticket.qualityDueAt],
  ] as const;
  const waits = ticket.state === "completed" && last?.callbackDueAt ? last.callbackDueAt : undefined;
  return (
    <Panel title={text("tickets:clock.title")}>
      <ul className={styles.clocks}>
        {running ? (
          <li>
            <DueClock clock={running} />
          </li>
        ) : null}
        {ticket.pausedAt ? (
          <li className={styles.met}>
            <StatusTag tone="warn">
              {text("tickets:clock.completion")} · {text("tickets:clock.paused")}
            </StatusTag>
            <When at={ticket.pausedAt} />
          </li>
        ) : null}
        {hearing ? (
          <li>
            <DueClock clock={hearing} />
          </li>
        ) : null}
        {last && waits ? (
          <li>
            <DueClock clock={callbackClock(last.completedAt, waits, now)} />
          </li>
        ) : null}
        {ticket.respondedAt ? (
          <Met
            name={text("tickets:clock.response")}
            at={ticket.respondedAt}
            onTime={ticket.respondedAt <= ticket.responseDueAt}
          />
        ) : null}
        {steps.map(([which, at, dueAt]) =>
          at && dueAt ? (
            <Met key={which} name={text(`tickets:clock.${which}`)} at={at} onTime={at <= dueAt} />
          ) : null,
        )}
        {last && !running && !ticket.pausedAt ? (
          <Met name={text("tickets:clock.completion")} at={last.completedAt} onTime={last.onTime} />
        ) : null}
        {ticket.state === "void" ? <li>{text("tickets:clock.void")}</li> : null}
      </ul>
    </Panel>
  );
}

function Met({ name, at, onTime }: { name: string; at: string; onTime: boolean }) {
  const text = useText();
  return (
    <li className={styles.met}>
      <StatusTag tone={onTime ? "good" : "bad"}>
        {name} · {text(onTime ? "tickets:clock.onTime" : "tickets:clock.late")}
      </StatusTag>
      <When at={at} />
    </li>
  );
}
