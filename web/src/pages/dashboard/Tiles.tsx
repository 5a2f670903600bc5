import { useText } from "../../i18n/useText";
import { Figure } from "../../ui/Figure";
import { useSideText } from "../compare/useSideText";
import styles from "./Dashboard.module.css";
import type { PanelProps } from "./PartDrawer";

const names = [
  "created",
  "completion",
  "completionOnTime",
  "reopened",
  "repeatRepair",
  "complaintsHandled",
] as const;

/** The month at a glance. */
export function Tiles({ data, onPick }: PanelProps) {
  const text = useText();
  const side = useSideText();
  return (
    <ul className={styles.tiles}>
      {names.map((name) => {
        const figure = data.total[name];
        const rate = typeof figure === "number" ? null : figure;
        const label = text(`figures:${name}.name`);
        return (
          <li key={name} className={styles.tile}>
            <span className={styles.soft}>{label}</span>
            <Figure
              size="tile"
              label={label}
              kind={typeof figure === "number" ? "count" : "rate"}
              value={typeof figure === "number" ? figure : rate && rate.numerator / rate.denominator}
              note={rate ? side(rate, "count") : undefined}
              onDrill={() => onPick({ name })}
            />
            <small className={styles.soft} aria-hidden>
              {rate ? side(rate, "count") : "\u00a0"}
            </small>
          </li>
        );
      })}
    </ul>
  );
}
