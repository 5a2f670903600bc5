import { App, Button } from "antd";
import { useText } from "../i18n/useText";
import { When } from "../ui/When";
import { KeptFiles } from "./KeptFiles";
import styles from "./Offline.module.css";
import { RefusedStep } from "./RefusedStep";
import type { KeptStep } from "./step";

/** Steps of one work order that wait on this device, with what was said; one that was refused holds up the rest. */
export function Waiting({ steps }: { steps: readonly KeptStep[] }) {
  const text = useText();
  const held = steps.some(({ refused }) => refused);
  return (
    <ol className={styles.steps}>
      {steps.map((step) => (
        <li key={step.key} className={step.refused ? styles.refused : undefined}>
          <p className={styles.line}>
            <strong>{text(`tickets:step.${step.deed}`)}</strong>
            {step.input.appointmentAt ? <When at={step.input.appointmentAt} /> : null}
            <span className={styles.soft}>
              <When at={step.input.at ?? null} /> · {text(stateOf(step, held))}
            </span>
          </p>
          {step.refused ? <RefusedStep step={step} alone={steps.length === 1} /> : null}
          {step.input.note ? <Words words={step.input.note} copies={held} /> : null}
          <KeptFiles files={step.files} />
        </li>
      ))}
    </ol>
  );
}

function stateOf({ refused }: KeptStep, held: boolean) {
  if (refused) return "offline:notAccepted";
  return held ? "offline:behind" : "offline:waits";
}

function Words({ words, copies }: { words: string; copies: boolean }) {
  const text = useText();
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(words);
    void message.success(text("offline:copied"));
  };
  return (
    <p className={styles.words}>
      {words}{" "}
      {copies && "clipboard" in navigator ? (
        <Button size="small" onClick={() => void copy().catch(() => undefined)}>
          {text("offline:copy")}
        </Button>
      ) : null}
    </p>
  );
}
