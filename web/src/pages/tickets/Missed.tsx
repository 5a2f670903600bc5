import { Alert } from "antd";
import { useText } from "../../i18n/useText";
import { When } from "../../ui/When";
import type { TicketDetail } from "./actions";
import styles from "./Ticket.module.css";
import { WasBefore } from "./WasBefore";

interface MissedProps {
  steps: TicketDetail["history"];
  kind: TicketDetail["kind"];
  /** What one was about to do cannot be done any more. */
  gone?: boolean;
}

/** What others did in the meantime, so that one's own step was not taken. */
export function Missed({ steps, kind, gone = false }: MissedProps) {
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
                {step.was ? <WasBefore was={step.was} kind={kind} /> : null}
              </li>
            ))}
          </ul>
          <p>{text(gone ? "tickets:conflict.gone" : "tickets:conflict.again")}</p>
        </>
      }
    />
  );
}
