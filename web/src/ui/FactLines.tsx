import type { ReactNode } from "react";
import styles from "./FactLines.module.css";

/** What is known of a record, one labelled line each; what is not there is left out. */
export function FactLines({ facts }: { facts: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(([label, value]) =>
        value ? (
          <div key={label} className={styles.fact}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
