import { useText } from "../../i18n/useText";
import { Panel } from "../../ui/Panel";
import { When } from "../../ui/When";
import type { TicketDetail } from "./actions";
import { Photos } from "./Photos";
import styles from "./Ticket.module.css";

type Step = TicketDetail["history"][number];

/** Every step with who, when and what, the newest first. */
export function History({ title, steps }: { title: string; steps: readonly Step[] }) {
  const text = useText();
  return (
    <Panel title={title}>
      <ol className={styles.history}>
        {[...steps].reverse().map((step) => {
          const to = [step.trade ? text(`tickets:trade.${step.trade}`) : null, step.assigneeName];
          return (
            <li key={step.step} className={styles.step}>
              <p>
                <strong>{text(`tickets:step.${step.action}`)}</strong> {to.filter(Boolean).join(" · ")}
                {step.appointmentAt ? <When at={step.appointmentAt} /> : null}
              </p>
              {step.note ? <p className={styles.words}>{step.note}</p> : null}
              {step.action === "register" ? null : <Photos ids={step.photos} />}
              <p className={styles.soft}>
                {step.byName} · <When at={step.at} />
              </p>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
