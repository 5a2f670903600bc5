import { Select } from "antd";
import { useState } from "react";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { PageHeader } from "../../ui/PageHeader";
import { CalendarPanel } from "./CalendarPanel";
import styles from "./Clocks.module.css";
import { RulesPanel } from "./RulesPanel";

const firm = "";

/** How long everything may take, and which hours are worked: of the firm, and of projects that differ. */
export default function ClocksPage() {
  const text = useText();
  const { projects, projectId: chosen } = useProjectScope();
  const [scope, setScope] = useState(chosen ?? firm);
  const projectId = scope || undefined;
  return (
    <>
      <PageHeader title={text("clocks:title")} subtitle={text("clocks:intro")} />
      <Select
        className={styles.scope}
        aria-label={text("clocks:scope")}
        value={scope}
        showSearch={projects.length > 8 ? { optionFilterProp: "label" } : false}
        options={[
          { value: firm, label: text("clocks:wholeFirm") },
          ...projects.map(({ projectId: value, name }) => ({ value, label: name })),
        ]}
        onChange={setScope}
      />
      <RulesPanel key={`rules ${scope}`} projectId={projectId} />
      <CalendarPanel key={`calendar ${scope}`} projectId={projectId} />
    </>
  );
}
