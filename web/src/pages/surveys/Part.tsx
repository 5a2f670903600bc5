import type { ReactNode } from "react";
import { useNarrow } from "../../theme/useNarrow";
import styles from "./Surveys.module.css";

/** A further table; on a phone, where it is a long row of cards, folded away until wanted. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  const narrow = useNarrow();
  if (!narrow) {
    return (
      <section className={styles.section}>
        <h2>{title}</h2>
        {children}
      </section>
    );
  }
  return (
    <details className={styles.part}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
