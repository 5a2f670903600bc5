import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useText } from "../../i18n/useText";
import { useCanOpen } from "../../nav/useNavigation";
import { useProjectScope } from "../../session/ProjectScope";
import { EmptyState } from "../../ui/EmptyState";
import { Panel } from "../../ui/Panel";
import styles from "./Houses.module.css";

/** Whose houses are to be listed; says what to do where there is no project yet. */
export function ProjectChoice() {
  const text = useText();
  const canOpen = useCanOpen();
  const { projects, choose, isPending } = useProjectScope();
  if (isPending) return null;
  if (projects.length === 0) {
    return (
      <EmptyState
        title={text("houses:noProject.title")}
        action={
          canOpen("/settings/projects") ? (
            <Link to="/settings/projects" className="fd-button-link fd-primary">
              {text("projects:create")}
            </Link>
          ) : null
        }
      >
        {text("houses:noProject.body")}
      </EmptyState>
    );
  }
  return (
    <Panel title={text("houses:choose.title")} intro={text("houses:choose.intro")}>
      <div className={styles.choices}>
        {projects.map(({ projectId, name }) => (
          <Button key={projectId} size="large" onClick={() => choose(projectId)}>
            {name}
          </Button>
        ))}
      </div>
    </Panel>
  );
}
