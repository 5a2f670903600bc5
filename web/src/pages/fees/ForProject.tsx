import { Button } from "antd";
import type { ReactNode } from "react";
import { useText } from "../../i18n/useText";
import { NoProjects } from "../../nav/NoProjects";
import { useProjectScope } from "../../session/ProjectScope";
import { Panel } from "../../ui/Panel";
import styles from "./Fees.module.css";

/** What belongs to one project: the one chosen in the header, the only one there is, or the one chosen here. */
export function ForProject({
  children,
}: {
  children: (project: { projectId: string; name: string }) => ReactNode;
}) {
  const text = useText();
  const { projectId, projects, choose } = useProjectScope();
  const project =
    projects.find((one) => one.projectId === projectId) ?? (projects.length === 1 ? projects[0] : undefined);
  if (project) return children(project);
  if (projects.length === 0) return <NoProjects>{text("fees:noProject")}</NoProjects>;
  return (
    <Panel width="form" title={text("fees:chooseProject.title")} intro={text("fees:chooseProject.body")}>
      <div className={styles.choices}>
        {projects.map((one) => (
          <Button key={one.projectId} size="large" block onClick={() => choose(one.projectId)}>
            {one.name}
          </Button>
        ))}
      </div>
    </Panel>
  );
}
