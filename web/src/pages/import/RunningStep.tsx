import { Progress } from "antd";
import { useText } from "../../i18n/useText";
import { Panel } from "../../ui/Panel";
import styles from "./Import.module.css";
import type { ImportView } from "./useImport";

/** How far the rows are taken in. */
export function RunningStep({ view: { progress } }: { view: ImportView }) {
  const text = useText();
  const { done, total } = progress;
  const percent = total === 0 ? 0 : Math.floor((done / total) * 100);
  return (
    <Panel title={text("import:running.title")} intro={text("import:running.intro")}>
      <Progress percent={percent} status="active" aria-label={text("import:running.title")} />
      <p className={`${styles.soft} fd-number`} role="status">
        {text("import:running.progress", { done, total })}
      </p>
    </Panel>
  );
}
