import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useText } from "../i18n/useText";
import { EmptyState } from "../ui/EmptyState";
import { useCanOpen } from "./useNavigation";

/** A firm without a project yet: what will be here, and the way to create one for those who may. */
export function NoProjects({ children }: { children: ReactNode }) {
  const text = useText();
  const path = "/settings/projects";
  const action = useCanOpen()(path) ? (
    <Link to={path} className="fd-button-link fd-primary">
      {text("projects:create")}
    </Link>
  ) : null;
  return (
    <EmptyState title={text("projects:none")} action={action}>
      {children}
    </EmptyState>
  );
}
