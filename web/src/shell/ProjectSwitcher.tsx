import { Select } from "antd";
import { useText } from "../i18n/useText";
import { useProjectScope } from "../session/ProjectScope";
import styles from "./ProjectSwitcher.module.css";

const everything = "";

/** Chooses the project one works in, or all of one's own. Not shown while there is nothing to choose. */
export function ProjectSwitcher() {
  const text = useText();
  const { projectId, projects, choose } = useProjectScope();
  if (projects.length === 0) return null;
  const options = projects.map((project) => ({ value: project.projectId, label: project.name }));
  if (projects.length > 1) options.unshift({ value: everything, label: text("common:shell.allProjects") });
  return (
    <Select
      className={styles.select}
      variant="filled"
      aria-label={text("common:shell.project")}
      showSearch={projects.length > 8 ? { optionFilterProp: "label" } : false}
      placeholder={text("common:shell.searchProject")}
      value={projectId ?? (projects.length > 1 ? everything : projects[0]?.projectId)}
      options={options}
      onChange={(id: string) => choose(id === everything ? undefined : id)}
      popupMatchSelectWidth={false}
    />
  );
}
