import { useTranslation } from "react-i18next";
import { useText } from "../../i18n/useText";
import styles from "./Import.module.css";

/** How many rows can be taken in and how many cannot. */
export function Counts({ good, refused }: { good: number; refused: number }) {
  const text = useText();
  const { i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <dl className={styles.counts}>
      <div className={styles.good}>
        <dt>{text("import:count.good")}</dt>
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
