import { type ReactNode, useId } from "react";
import styles from "./Panel.module.css";

interface PanelProps {
  title?: ReactNode;
  intro?: ReactNode;
  /** Beside the title. */
  aside?: ReactNode;
  /** "form" keeps lines of text and fields from growing too long to read; else it takes the room there is. */
  width?: "form";
  children: ReactNode;
}

/** A white sheet on the page that holds one matter: a form, a group of facts, a chart. */
export function Panel({ title, intro, aside, width, children }: PanelProps) {
  const id = useId();
  return (
    <section
      className={width ? `${styles.panel} ${styles[width]}` : styles.panel}
      aria-labelledby={title ? id : undefined}
    >
      {title || aside ? (
        <header className={styles.head}>
          {title ? (
            <h2 id={id} className={styles.title}>
              {title}
            </h2>
          ) : null}
          {aside}
        </header>
      ) : null}
      {intro ? <p className={styles.intro}>{intro}</p> : null}
      {children}
    </section>
  );
}
