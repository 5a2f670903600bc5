import type { OutputOf } from "../../api/contract";
import { useText } from "../../i18n/useText";
import { Money } from "../../ui/Money";
import styles from "./Fees.module.css";

/** What a house owes and has in hand, at a glance. */
export function ArrearsFacts({ arrears }: { arrears: OutputOf<"GET /houses/{houseId}/arrears"> }) {
  const text = useText();
  const facts = [
    [text("fees:field.outstanding"), arrears.outstanding],
    [text("fees:field.overdue"), arrears.overdue],
    [text("fees:field.credit"), arrears.credit],
  ] as const;
  return (
    <dl className={styles.facts}>
      {facts.map(([label, fen]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className={styles.big}>
            <Money fen={fen} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
