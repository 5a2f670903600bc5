import type { Text } from "../../i18n/text";
import { useText } from "../../i18n/useText";
import { Attachments } from "../../ui/Attachments";
import { Panel } from "../../ui/Panel";
import { When } from "../../ui/When";
import type { TicketDetail } from "./actions";
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
                <strong>{text(`tickets:step.${wordOf(step)}`)}</strong> {to.filter(Boolean).join(" · ")}
                {step.appointmentAt ? <When at={step.appointmentAt} /> : null}
              </p>
              {step.rule ? (
                <p className={styles.words}>{ruleWords(step.rule, step.ruleFault, text)}</p>
              ) : null}
              {step.note ? <p className={styles.words}>{step.note}</p> : null}
              {step.action === "register" ? null : <Attachments ids={step.photos} />}
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

/** A resident reopens by saying that it is not right. */
const wordOf = ({ action, by }: Step) =>
  action === "reopen" && by.startsWith("resident:") ? "objected" : action;

/** That a rule gave it out when it was registered, or why it could not. */
const ruleWords = (rule: string, fault: Step["ruleFault"], text: Text) =>
  text(fault ? `tickets:ruleFault.${fault}` : "tickets:byRule", { rule });
