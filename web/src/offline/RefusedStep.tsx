import { Button, Popconfirm } from "antd";
import { useText } from "../i18n/useText";
import { useTellFailure } from "../ui/useTellFailure";
import styles from "./Offline.module.css";
import { useQueue } from "./QueueProvider";
import type { KeptStep } from "./step";

/** Why a step was not accepted, and what can be done: say it again, or give it up; `alone`: nothing stands behind it. */
export function RefusedStep({ step, alone }: { step: KeptStep; alone: boolean }) {
  const text = useText();
  const { queue } = useQueue();
  const tellFailure = useTellFailure();
  const giveUp = (behind: boolean) => (
    <Popconfirm
      title={text(behind ? "offline:dropAllSure" : "offline:dropSure")}
      okText={text("offline:drop")}
      cancelText={text("common:cancel")}
      onConfirm={() => queue.drop(step, behind).catch(tellFailure)}
    >
      <Button danger>{text(behind ? "offline:dropAll" : "offline:drop")}</Button>
    </Popconfirm>
  );
  return (
    <>
      <p>{step.refused?.message || text("errors:kind.unexpected")}</p>
      <p className={styles.line}>
        <Button onClick={() => void queue.retry(step).catch(tellFailure)}>
          {text(step.refused?.file ? "offline:withoutFile" : "offline:again")}
        </Button>
        {giveUp(false)}
        {alone ? null : giveUp(true)}
      </p>
    </>
  );
}
