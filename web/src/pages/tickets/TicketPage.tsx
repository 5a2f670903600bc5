import { getRouteApi } from "@tanstack/react-router";
import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useQueueState } from "../../offline/QueueProvider";
import { useForeseen } from "../../offline/useForeseen";
import { Waiting } from "../../offline/Waiting";
import { ErrorState } from "../../ui/ErrorState";
import { PageHeader } from "../../ui/PageHeader";
import { PageSkeleton } from "../../ui/PageSkeleton";
import { Panel } from "../../ui/Panel";
import { TicketComplaint } from "../complaints/TicketComplaint";
import { TicketLetters } from "../letters/TicketLetters";
import { TicketPraise } from "../praise/TicketPraise";
import { QuotePanel } from "../quotes/QuotePanel";
import { TicketReplies } from "../replies/TicketReplies";
import { ActionBar } from "./ActionBar";
import { Completions } from "./Completions";
import { History } from "./History";
import { Orders } from "./Orders";
import styles from "./Ticket.module.css";
import { TicketClocks } from "./TicketClocks";
import { TicketFacts } from "./TicketFacts";
import { TicketKind } from "./TicketKind";
import { TicketState } from "./TicketState";

const route = getRouteApi("/app/tickets/$ticketId");

/** One ticket: what, who, where, its clocks and history, and what may be done with it now. */
export default function TicketPage() {
  const text = useText();
  const { ticketId } = route.useParams();
  const ticket = useQueryOf("GET /tickets/{ticketId}", { ticketId });
  const queued = useQueueState();
  const ahead = useForeseen();
  if (ticket.isPending) return <PageSkeleton />;
  if (!ticket.data) {
    return <ErrorState level={1} error={ticket.error} onRetry={() => void ticket.refetch()} />;
  }
  const data = ahead(ticket.data);
  const waiting = queued.waiting.filter((step) => step.input.ticketId === ticketId);
  return (
    <>
      <PageHeader
        back="/tickets"
        title={
          <span className={styles.title}>
            <span className="fd-number">{data.number}</span>{" "}
            {data.kind === "complaint" ? null : <TicketState state={data.state} />}
          </span>
        }
        subtitle={<TicketKind kind={data.kind} category={data.category} urgency={data.urgency} />}
      />
      <ActionBar key={ticketId} ticket={data} reload={() => ticket.refetch()} />
      {waiting.length > 0 ? (
        <div className={styles.notice}>
          <Panel title={text("offline:title")}>
            <Waiting steps={waiting} />
          </Panel>
        </div>
      ) : null}
      <div className={styles.columns}>
        <div>
          <TicketFacts ticket={data} />
          {data.kind === "complaint" ? <TicketComplaint ticket={data} /> : null}
          {data.kind === "praise" ? <TicketPraise ticket={data} /> : null}
          <Orders ticket={data} reload={() => ticket.refetch()} />
          {data.kind === "complaint" ? null : <QuotePanel ticket={data} />}
          <Completions ticket={data} />
          <TicketLetters ticketId={ticketId} />
          <TicketReplies ticketId={ticketId} />
        </div>
        <div>
          <TicketClocks ticket={data} />
          <History title={text("tickets:history.title")} steps={data.history} kind={data.kind} />
        </div>
      </div>
      <div className={styles.room} />
    </>
  );
}
