import {
  CheckCircleFilled,
  ExclamationCircleFilled,
  InboxOutlined,
  MailFilled,
  StopFilled,
} from "@ant-design/icons";
import type { ComponentType, ReactNode } from "react";
import styles from "./Outcome.module.css";

type Tone = "good" | "bad" | "warn" | "mail" | "empty";

const icons: Record<Tone, ComponentType> = {
  good: CheckCircleFilled,
  bad: StopFilled,
  warn: ExclamationCircleFilled,
  mail: MailFilled,
  empty: InboxOutlined,
};

interface OutcomeProps {
  tone: Tone;
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** The level of the heading: 1 where it is the page's only one. */
  level?: 1 | 2;
}

/** A place that holds a message instead of content: icon, heading, a sentence, what to do next. */
export function Outcome({ tone, title, children, actions, level = 2 }: OutcomeProps) {
  const Icon = icons[tone];
  const Heading = `h${level}` as const;
  return (
    <div className={styles.outcome}>
      <span className={`${styles.icon} ${styles[tone]}`} aria-hidden>
        <Icon />
      </span>
      <Heading className={styles.title}>{title}</Heading>
      {children ? <div className={styles.body}>{children}</div> : null}
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  );
}
