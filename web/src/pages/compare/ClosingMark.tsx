import { Tooltip } from "antd";
import { useText } from "../../i18n/useText";
import { When } from "../../ui/When";
import styles from "./Compare.module.css";
import type { Row } from "./figures";

/** When a month was closed, and until when its figures were corrected since. */
export function ClosingMark({ closing }: { closing: Row["closing"] }) {
  const text = useText();
  if (!closing) return null;
  return (
    <span className={styles.closing}>
      <span>
        {text("compare:closing.mark")} <When at={closing.closedAt} form="date" />
      </span>
      {closing.correctedOn ? (
        <span>{text("compare:closing.corrected", { date: closing.correctedOn })}</span>
      ) : null}
      {closing.surveysOpen ? (
        <Tooltip title={text("compare:closing.surveysOpenWhy")}>
          <span>{text("compare:closing.surveysOpen")}</span>
        </Tooltip>
      ) : null}
    </span>
  );
}
