import { useText } from "../../i18n/useText";
import { Panel } from "../../ui/Panel";
import { When } from "../../ui/When";
import styles from "./Replies.module.css";
import type { ReplyDetail } from "./reply";

/** Every step with who, when and on which version, the newest first. */
export function ReplyHistory({ steps }: { steps: ReplyDetail["history"] }) {
  const text = useText();
  return (
    <Panel title={text("replies:history")}>
      <ol className={styles.history}>
        {[...steps].reverse().map((step) => (
          <li key={step.step}>
            <strong>{text(`replies:done.${step.action}`)}</strong>
            {step.note ? <p>{step.note}</p> : null}
            <p className={styles.soft}>
              {step.byName} · <When at={step.at} /> · {text("replies:onVersion", { version: step.version })}
            </p>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
