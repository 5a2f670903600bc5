import { useText } from "../../i18n/useText";
import { useCan } from "../../session/SessionContext";
import { ComplaintList } from "../complaints/ComplaintList";
import { ReplyTurns } from "../replies/ReplyTurns";
import styles from "./Tickets.module.css";

const shows = ["approve", "account"] as const;

/** What waits for a decision: answers to complaints, who answers for one, and letters to review or sign. */
export function ToDecide() {
  const text = useText();
  const signs = useCan("ticket.register");
  return (
    <div className={styles.sections}>
      {shows.map((show) => (
        <section key={show}>
          <h2 className={styles.section}>
            {text("complaints:title")} · {text(`complaints:show.${show}`)}
          </h2>
          <ComplaintList show={show} empty={<p>{text(`complaints:empty.${show}`)}</p>} />
        </section>
      ))}
      {signs ? (
        <section>
          <h2 className={styles.section}>
            {text("replies:title")} · {text("replies:show.turns")}
          </h2>
          <ReplyTurns empty={<p>{text("replies:empty.turns")}</p>} />
        </section>
      ) : null}
    </div>
  );
}
