import { useText } from "../../i18n/useText";
import { Attachments } from "../../ui/Attachments";
import { When } from "../../ui/When";
import styles from "./Complaints.module.css";
import type { Complaint } from "./complaint";

type Step = Complaint["way"][number];

/** Every step of a complaint with who, when, what was said and what proves it, the newest first. */
export function ComplaintWay({ steps }: { steps: readonly Step[] }) {
  const text = useText();
  if (steps.length === 0) return null;
  return (
    <ol className={styles.way} aria-label={text("complaints:way")}>
      {[...steps].reverse().map((step) => (
        <li key={step.step} className={styles.step}>
          <p>
            <strong>{text(`complaints:done.${step.action}`)}</strong>
            {step.way ? ` · ${text(`complaints:answerWay.${step.way}`)}` : null}
          </p>
          {step.note ? <p className={styles.words}>{step.note}</p> : null}
          <Answer step={step} />
          <Attachments ids={step.photos} />
          <p className={styles.soft}>
            {step.byName} · <When at={step.at} />
            {step.stage > 1 ? ` · ${text("complaints:stage", { stage: step.stage })}` : null}
          </p>
        </li>
      ))}
    </ol>
  );
}

function Answer({ step: { answer } }: { step: Step }) {
  const text = useText();
  if (!answer) return null;
  return (
    <dl className={styles.answer}>
      {(["found", "done", "improved"] as const).map((part) => (
        <div key={part}>
          <dt>{text(`complaints:field.${part}`)}</dt>
          <dd>{answer[part]}</dd>
        </div>
      ))}
    </dl>
  );
}
