import type { ReactNode } from "react";
import styles from "./StatusTag.module.css";

/** What a state means to the person who looks: nothing to do, underway, done well, to watch, gone wrong. */
export type Tone = "neutral" | "active" | "good" | "warn" | "bad";

/** A state in words with a coloured mark; the words carry the meaning, the colour only helps to find it. */
export function StatusTag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`${styles.tag} ${styles[tone]}`}>{children}</span>;
}
