import type { FigureName } from "@frontdesk/core/figure/words/words";
import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { useText } from "../../i18n/useText";
import { Figure } from "../../ui/Figure";
import { formatFigure } from "../../ui/format";
import styles from "./Compare.module.css";
import { formOf, isDrillable, isHidden, isRate, nowOf, numberOf, type Row, rateOf, unitOf } from "./figures";
import { useSideText } from "./useSideText";

interface FigureCellProps {
  row: Row;
  name: FigureName;
  /** Opens what is behind it. */
  onDrill: () => void;
}

/** One figure of a project: its interval, its place in the ranking with the range, what a closed one has become. */
export function FigureCell({ row, name, onDrill }: FigureCellProps) {
  const text = useText();
  const side = useSideText();
  const { i18n } = useTranslation();
  const label = text(`figures:${name}.name`);
  if (isHidden(row, name)) {
    return (
      <Tooltip title={text("compare:hiddenWhy")}>
        <span className={styles.hidden}>{text("compare:hidden")}</span>
      </Tooltip>
    );
  }
  const { interval, answers, rankRange } = row.satisfaction;
  const rate = isRate(name) ? rateOf(row, name) : null;
  const note = rate && isRate(name) ? side(rate, unitOf(name)) : undefined;
  const figure = (
    <Figure
      value={numberOf(row, name)}
      kind={formOf(name)}
      label={label}
      note={name === "score" ? undefined : note}
      interval={name === "satisfied" && interval ? [interval.low, interval.high] : null}
      answers={name === "satisfied" && answers !== null && answers > 0 ? answers : undefined}
      onDrill={isDrillable(name) || name === "satisfied" || name === "response" ? onDrill : undefined}
    />
  );
  const now = nowOf(row, name);
  return (
    <>
      {figure}
      {name === "rank" && rankRange ? (
        <small className={styles.note}>
          {text("compare:rankRange", { best: rankRange.best, worst: rankRange.worst })}
        </small>
      ) : null}
      {name === "satisfied" && answers !== null && answers > 0 ? (
        <small className={styles.note} aria-hidden>
          {text("common:figure.answers", { count: answers })}
        </small>
      ) : null}
      {now === undefined ? null : (
        <small className={styles.corrected}>
          {text("compare:closing.now", {
            value: now === null ? text("common:none") : formatFigure(now, formOf(name), i18n.language),
          })}
        </small>
      )}
    </>
  );
}
