import type { ReactNode } from "react";
import styles from "./DoorCard.module.css";

interface DoorCardProps {
  title: ReactNode;
  intro?: ReactNode;
  children: ReactNode;
  /** The way to the neighbouring page. */
  foot?: ReactNode;
}

/** A form in front of the sign-in. */
export function DoorCard({ title, intro, children, foot }: DoorCardProps) {
  return (
    <section className={styles.card}>
      <header>
        <h1 className={styles.title}>{title}</h1>
        {intro ? <p className={styles.intro}>{intro}</p> : null}
      </header>
      {children}
      {foot ? <p className={styles.foot}>{foot}</p> : null}
    </section>
  );
}
