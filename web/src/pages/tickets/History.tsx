import { useTranslation } from "react-i18next";
import type { Text } from "../../i18n/text";
import { useText } from "../../i18n/useText";
import { useZone } from "../../session/zone";
import { Attachments } from "../../ui/Attachments";
import { Panel } from "../../ui/Panel";
import { formatTime } from "../../ui/time";
import { When } from "../../ui/When";
import type { TicketDetail } from "./actions";
import styles from "./Ticket.module.css";
import { WasBefore } from "./WasBefore";

type Step = TicketDetail["history"][number];

interface HistoryProps {
  title: string;
  steps: readonly Step[];
  kind: TicketDetail["kind"];
}

/** Every step with who, when and what, the newest first. */
export function History({ title, steps, kind }: HistoryProps) {
  const text = useText();
  return (
    <Panel title={title}>
      <ol className={styles.history}>
        {[...steps].reverse().map((step) => {
          const to = [
            step.trade ? text(`tickets:trade.${step.trade}`) : null,
            step.assigneeName,
            step.cause ? text(`tickets:pauseCause.${step.cause}`) : null,
          ];
          return (
            <li key={step.step} className={styles.step}>
              <p>
                <strong>{text(`tickets:step.${wordOf(step)}`)}</strong> {to.filter(Boolean).join(" · ")}
                {step.appointmentAt ? <When at={step.appointmentAt} /> : null}
              </p>
              {step.rule ? (
                <p className={styles.words}>{ruleWords(step.rule, step.ruleFault, text)}</p>
              ) : null}
              {step.was ? <WasBefore was={step.was} words={step.note} kind={kind} /> : null}
              {step.note && !step.was ? <p className={styles.words}>{step.note}</p> : null}
              {step.action === "register" ? null : <Attachments ids={step.photos} />}
              <p className={styles.soft}>
                {step.byName} · <When at={step.at} />
                <ToldLate step={step} />
              </p>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}

/** A resident reopens by saying that it is not right; who spoke with them may have promised a call. */
function wordOf({ action, by, appointmentAt }: Step) {
  if (action === "contact" && appointmentAt) return "promised";
  return action === "reopen" && by.startsWith("resident:") ? "objected" : action;
}

/** Of a step taken without a connection: when it arrived, or that its time could not be believed. */
function ToldLate({ step: { at, toldAt, arrivedAt } }: { step: Step }) {
  const text = useText();
  const { i18n } = useTranslation();
  const zone = useZone();
  if (!toldAt || !arrivedAt) return null;
  const shown = (time: string) => formatTime(time, "minute", i18n.language, zone);
  const words =
    at === toldAt
      ? text("offline:toldLate", { at: shown(arrivedAt) })
      : text("offline:toldOther", { told: shown(toldAt) });
  return <> · {words}</>;
}

/** That a rule gave it out when it was registered, or why it could not. */
const ruleWords = (rule: string, fault: Step["ruleFault"], text: Text) =>
  text(fault ? `tickets:ruleFault.${fault}` : "tickets:byRule", { rule });
