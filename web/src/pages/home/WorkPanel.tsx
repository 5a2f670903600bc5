import { Link, type LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useText } from "../../i18n/useText";
import { ErrorState } from "../../ui/ErrorState";
import { Panel } from "../../ui/Panel";
import styles from "./Today.module.css";

interface WorkPanelProps {
  title: string;
  query: { isPending: boolean; error: Error | null; refetch: () => unknown };
  /** The whole list. */
  all: LinkProps;
  /** Said when there is nothing. */
  nothing: string;
  children: readonly ReactNode[];
}

/** The first few of one kind of work, and the way to the rest. */
export function WorkPanel({ title, query, all, nothing, children }: WorkPanelProps) {
  const text = useText();
  const empty = !query.isPending && !query.error && children.length === 0;
  return (
    <div>
      <Panel title={title} aside={<Link {...all}>{text("home:all")}</Link>}>
        {query.isPending ? <p className={styles.soft}>{text("common:loading")}</p> : null}
        {query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
        {empty ? <p className={styles.soft}>{nothing}</p> : null}
        <ul className={styles.items}>{children}</ul>
      </Panel>
    </div>
  );
}
