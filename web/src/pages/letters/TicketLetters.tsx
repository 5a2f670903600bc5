import { Link } from "@tanstack/react-router";
import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { Panel } from "../../ui/Panel";
import styles from "./Letters.module.css";

/** The letters that are with a ticket; nothing where there is none. */
export function TicketLetters({ ticketId }: { ticketId: string }) {
  const text = useText();
  const letters = useQueryOf("GET /tickets/{ticketId}/letters", { ticketId, limit: 20 });
  if (!letters.data || letters.data.items.length === 0) return null;
  return (
    <Panel title={text("letters:ofTicket")}>
      <ul>
        {letters.data.items.map(({ letterId, number, receivedOn, from }) => (
          <li key={letterId}>
            <Link to="/letters/$letterId" params={{ letterId }} className="fd-number">
              {number}
            </Link>{" "}
            <span className={styles.soft}>
              {from.name} · {receivedOn}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
