import { Button, Form, Select } from "antd";
import { useState } from "react";
import type { OutputOf } from "../../api/contract";
import { useText } from "../../i18n/useText";
import { NoProjects } from "../../nav/NoProjects";
import { useProjectScope } from "../../session/ProjectScope";
import { Panel } from "../../ui/Panel";
import styles from "./Intake.module.css";
import { type Caller, IntakeForm } from "./IntakeForm";

interface PublicIntakeProps {
  caller?: Caller;
  onDone: (ticket: OutputOf<"POST /tickets">) => void;
  onOther: () => void;
}

/** Intake of what belongs to no house: halls, lifts, grounds, car parks. */
export function PublicIntake({ caller, onDone, onOther }: PublicIntakeProps) {
  const text = useText();
  const { projectId: here, projects } = useProjectScope();
  const only = projects.length === 1 ? projects[0]?.projectId : undefined;
  const [chosen, setChosen] = useState(here);
  const projectId = chosen ?? only;
  if (projects.length === 0) return <NoProjects>{text("tickets:new.noProject")}</NoProjects>;
  return (
    <div className={styles.desk}>
      <Panel
        title={text("tickets:new.public")}
        aside={<Button onClick={onOther}>{text("tickets:new.other")}</Button>}
      >
        <Form layout="vertical" component={false}>
          <Form.Item label={text("common:shell.project")} htmlFor="public-project">
            <Select
              id="public-project"
              placeholder={text("common:shell.searchProject")}
              value={projectId}
              onChange={setChosen}
              showSearch={projects.length > 8 ? { optionFilterProp: "label" } : false}
              options={projects.map((project) => ({ value: project.projectId, label: project.name }))}
            />
          </Form.Item>
        </Form>
        <p className={styles.soft}>{text("tickets:new.publicHint")}</p>
      </Panel>
      <div>
        {projectId ? (
          <IntakeForm key={projectId} projectId={projectId} people={[]} caller={caller} onDone={onDone} />
        ) : null}
      </div>
    </div>
  );
}
