import type { ReactNode } from "react";
import { Outcome } from "./Outcome";

interface EmptyStateProps {
  title: ReactNode;
  /** Why there is nothing, or what would put something here. */
  children?: ReactNode;
  action?: ReactNode;
}

/** Shown where a list or a page has nothing yet. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <Outcome tone="empty" title={title} actions={action}>
      {children}
    </Outcome>
  );
}
