import type { ReactNode } from "react";
import { Money } from "../../ui/Money";
import styles from "./Fees.module.css";

interface FactListProps {
  /** The amount that matters most, large. */
  first: readonly [label: string, fen: number];
  /** What is not there is left out. */
  facts: readonly (readonly [label: string, value: ReactNode])[];
}

/** What is known of a bill or a payment, each fact under its name. */
export function FactList({ first: [label, fen], facts }: FactListProps) {
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{label}</dt>
        <dd className={styles.big}>
          <Money fen={fen} />
        </dd>
      </div>
      {facts.map(([name, value]) =>
        value ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
