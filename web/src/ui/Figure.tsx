import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { useText } from "../i18n/useText";
import styles from "./Figure.module.css";
import { type FigureKind, formatFigure } from "./format";

interface FigureProps {
  /** null means that there was nothing to compute it from. */
  value: number | null;
  kind: FigureKind;
  /** What the figure is, for those who hear it alone. */
  label: string;
  /** 95 % interval of a rate, both ends 0–1. */
  interval?: readonly [low: number, high: number] | null;
  /** Number of valid answers behind it. */
  answers?: number;
  /** What else is to be said of it, such as what it is made of. */
  note?: string;
  /** Opens the records behind it. */
  onDrill?: () => void;
  size?: "cell" | "tile";
}

/** A reported number: dash for none, its interval beneath, a button where one can look behind it. */
export function Figure({
  value,
  kind,
  label,
  interval,
  answers,
  note: more,
  onDrill,
  size = "cell",
}: FigureProps) {
  const text = useText();
  const { i18n } = useTranslation();
  const ends =
    value === null ? null : (interval?.map((end) => formatFigure(end, "rate", i18n.language)) ?? null);
  const notes = [
    value === null ? text("common:figure.noData") : null,
    ends ? text("common:figure.interval", { low: ends[0] ?? "", high: ends[1] ?? "" }) : null,
    answers === undefined ? null : text("common:figure.answers", { count: answers }),
    value === null ? null : (more ?? null),
  ].filter((note) => note !== null);
  const note = notes.join(" · ");
  const shown = value === null ? text("common:none") : formatFigure(value, kind, i18n.language);

  return (
    <Tooltip title={note}>
      <span className={`${styles.figure} ${styles[size]}`}>
        {onDrill && value !== null ? (
          <button
            type="button"
            className={`${styles.number} ${styles.drill}`}
            onClick={onDrill}
            aria-label={`${shown} ${text("common:figure.drill", { label })}`}
          >
            {shown}
          </button>
        ) : (
          <span className={styles.number}>{shown}</span>
        )}
        {ends ? <small className={styles.note} aria-hidden>{`${ends[0]} – ${ends[1]}`}</small> : null}
        {note ? <span className="fd-visually-hidden">{note}</span> : null}
      </span>
    </Tooltip>
  );
}
