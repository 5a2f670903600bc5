import { Alert } from "antd";
import { useText } from "../../i18n/useText";
import { When } from "../../ui/When";
import type { TicketDetail } from "./actions";
import styles from "./Ticket.module.css";

interface MissedProps {
  steps: TicketDetail["history"];
  /** What one was about to do cannot be done any more. */
  gone?: boolean;
}

/** What others did in the meantime, so that one's own step was not taken. */
export function Missed({ steps, gone = false }: MissedProps) {
  const text = useText();
  return (
    <Alert
      type="warning"
      showIcon
      className={styles.notice}
      title={text("tickets:conflict.title")}
      description={
        <>
          <ul>
            {steps.map((step) => (
              <li key={step.step}>
                {step.byName} · {text(`tickets:step.${step.action}`)} · <When at={step.at} />
              </li>
            ))}
          </ul>
          <p>{text(gone ? "tickets:conflict.gone" : "tickets:conflict.again")}</p>
        </>
      }
    />
  );
}
