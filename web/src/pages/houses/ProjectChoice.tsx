import { Button } from "antd";
import { useText } from "../../i18n/useText";
import { NoProjects } from "../../nav/NoProjects";
import { useProjectScope } from "../../session/ProjectScope";
import { Panel } from "../../ui/Panel";
import styles from "./Houses.module.css";

/** Whose houses are to be listed; says what to do where there is no project yet. */
export function ProjectChoice() {
  const text = useText();
  const { projects, choose } = useProjectScope();
  if (projects.length === 0) {
    return <NoProjects>{text("houses:noProject")}</NoProjects>;
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
