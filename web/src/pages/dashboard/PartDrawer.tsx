import { Drawer, Form, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { InputOf } from "../../api/contract";
import { useText } from "../../i18n/useText";
import type { DrillName } from "../compare/figures";
import { periodName } from "../compare/period";
import { Records } from "../compare/Records";
import styles from "./Dashboard.module.css";
import type { Dashboard } from "./search";

/** Which number is looked behind: of all, or of a part told apart so; of one project where one was picked. */
export interface Picked {
  name: DrillName;
  /** What of it, in words. */
  of?: string;
  within?: Pick<InputOf<"GET /figures/records">, "by" | "part">;
  projectId?: string;
}

/** What every panel of the dashboard is given. */
export interface PanelProps {
  data: Dashboard;
  onPick: (picked: Picked) => void;
}

interface PartDrawerProps {
  data: Dashboard;
  picked: Picked | null;
  onClose: () => void;
}

/** The records a number of the dashboard is made of, project by project. */
export function PartDrawer({ data, picked, onClose }: PartDrawerProps) {
  const text = useText();
  const { i18n } = useTranslation();
  const parts = picked
    ? [text(`figures:${picked.name}.name`), picked.of, periodName(data.month, i18n.language)]
    : [];
  return (
    <Drawer
      open={picked !== null}
      title={parts.filter(Boolean).join(" · ")}
      size="min(760px, 100vw)"
      destroyOnHidden
      onClose={onClose}
    >
      {picked ? <Behind data={data} picked={picked} /> : null}
    </Drawer>
  );
}

function Behind({ data, picked }: { data: Dashboard; picked: Picked }) {
  const text = useText();
  const [chosen, setChosen] = useState(picked.projectId ?? data.projects[0]?.projectId);
  return (
    <div className={styles.behind}>
      <p>{text(`figures:${picked.name}.definition`)}</p>
      {data.projects.length > 1 ? (
        <Form.Item label={text("dashboard:choose")}>
          <Select
            value={chosen}
            showSearch={{ optionFilterProp: "label" }}
            options={data.projects.map(({ projectId, name }) => ({ value: projectId, label: name }))}
            onChange={setChosen}
          />
        </Form.Item>
      ) : null}
      {chosen ? (
        <Records
          key={chosen}
          projectId={chosen}
          name={picked.name}
          period={data.month}
          within={picked.within}
        />
      ) : null}
    </div>
  );
}
