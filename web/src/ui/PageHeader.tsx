import { ArrowLeftOutlined } from "@ant-design/icons";
import { Link, type LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useText } from "../i18n/useText";
import styles from "./PageHeader.module.css";

interface PageHeaderProps {
  title: ReactNode;
  /** One line under the title. */
  subtitle?: ReactNode;
  /** Where the arrow before the title leads; pages of the navigation have none. */
  back?: LinkProps["to"];
  /** Buttons at the right; on phones they take the full width under the title. */
  actions?: ReactNode;
}

/** The head of every page: its one h1, and what can be done here. */
export function PageHeader({ title, subtitle, back, actions }: PageHeaderProps) {
  const text = useText();
  return (
    <header className={styles.header}>
      <div className={styles.heading}>
        {back ? (
          <Link to={back} className={styles.back} aria-label={text("common:back")}>
            <ArrowLeftOutlined aria-hidden />
          </Link>
        ) : null}
        <div className={styles.words}>
          <h1 className={styles.title}>{title}</h1>
          {subtitle ? <p className={styles.subtitle}>{subtitle}</p> : null}
        </div>
      </div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </header>
  );
}
