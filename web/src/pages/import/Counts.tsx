import { useTranslation } from "react-i18next";
import { useText } from "../../i18n/useText";
import styles from "./Import.module.css";

interface CountsProps {
  good: number;
  refused: number;
  /** Whether the good ones have been taken in already. */
  done?: boolean;
}

/** How many rows can be taken in, or have been, and how many not. */
export function Counts({ good, refused, done = false }: CountsProps) {
  const text = useText();
  const { i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <dl className={styles.counts}>
      <div className={styles.good}>
        <dt>{text(done ? "import:count.done" : "import:count.good")}</dt>
        <dd>{number.format(good)}</dd>
      </div>
      <div className={refused > 0 ? styles.bad : ""}>
        <dt>{text("import:count.refused")}</dt>
        <dd>{number.format(refused)}</dd>
      </div>
      <div>
        <dt>{text("import:count.total")}</dt>
        <dd>{number.format(good + refused)}</dd>
      </div>
    </dl>
  );
}
