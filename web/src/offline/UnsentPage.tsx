import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useOffline } from "../api/reach";
import { useQueryOf } from "../api/useQueryOf";
import { useText } from "../i18n/useText";
import { TicketState } from "../pages/tickets/TicketState";
import { EmptyState } from "../ui/EmptyState";
import { PageHeader } from "../ui/PageHeader";
import { Panel } from "../ui/Panel";
import { When } from "../ui/When";
import styles from "./Offline.module.css";
import { useQueue, useQueueState } from "./QueueProvider";
import { type KeptStep, lineOf } from "./step";
import { Waiting } from "./Waiting";

/** What the member did without a connection and the service does not know yet, ticket by ticket. */
export default function UnsentPage() {
  const text = useText();
  const { queue } = useQueue();
  const { waiting, sending } = useQueueState();
  const offline = useOffline();
  const lines = [...new Set(waiting.map(lineOf))];
  return (
    <>
      <PageHeader
        title={text("offline:title")}
        subtitle={text("offline:intro")}
        actions={
          lines.length > 0 ? (
            <Button
              loading={sending}
              disabled={offline}
              onClick={() => void queue.send().catch(() => undefined)}
            >
              {text("offline:sendNow")}
            </Button>
          ) : null
        }
      />
      {lines.map((line) => (
        <Line key={line} steps={waiting.filter((step) => lineOf(step) === line)} />
      ))}
      {lines.length === 0 ? <EmptyState title={text("offline:nothing")} /> : null}
    </>
  );
}

function Line({ steps }: { steps: readonly KeptStep[] }) {
  const [first] = steps;
  if (!first) return null;
  const { ticketId } = first.input;
  return (
    <Panel
      title={
        <Link to="/tickets/$ticketId" params={{ ticketId }} className="fd-number">
          {first.number}
        </Link>
      }
      aside={first.refused ? <Now ticketId={ticketId} /> : null}
    >
      <Waiting steps={steps} />
    </Panel>
  );
}

/** How the ticket stands by now, and whose step it was. */
function Now({ ticketId }: { ticketId: string }) {
  const text = useText();
  const { data } = useQueryOf("GET /tickets/{ticketId}", { ticketId });
  const last = data?.history.at(-1);
  if (!data || !last) return null;
  return (
    <span className={styles.line}>
      {text("offline:now")} <TicketState state={data.state} />
      <span className={styles.soft}>
        {last.byName} · {text(`tickets:step.${last.action}`)} · <When at={last.at} />
      </span>
    </span>
  );
}
