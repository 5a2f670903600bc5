import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useCan } from "../../session/SessionContext";
import { Panel } from "../../ui/Panel";
import { DraftForm } from "./DraftForm";
import styles from "./Replies.module.css";
import { ReplyHeading } from "./ReplyHeading";
import { ReplyState } from "./ReplyState";

/** The formal letters that answer a ticket, and the way to draft one. */
export function TicketReplies({ ticketId }: { ticketId: string }) {
  const text = useText();
  const drafts = useCan("ticket.dispatch");
  const replies = useQueryOf("GET /tickets/{ticketId}/replies", { ticketId, limit: 20 });
  const items = replies.data?.items ?? [];
  if (!drafts && items.length === 0) return null;
  return (
    <Panel
      title={text("replies:ofTicket")}
      intro={items.length === 0 ? text("replies:ofTicketHint") : undefined}
    >
      <ul className={styles.history}>
        {items.map((one) => (
          <li key={one.replyId} className={styles.title}>
            <ReplyHeading
              replyId={one.replyId}
              number={one.number ?? one.ticketNumber}
              subject={one.subject}
            />
            <ReplyState state={one.state} />
          </li>
        ))}
      </ul>
      {drafts ? <DraftForm ticketId={ticketId} /> : null}
    </Panel>
  );
}
