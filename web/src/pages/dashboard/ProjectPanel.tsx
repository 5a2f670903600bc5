import { wholeList } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { type Column, DataTable } from "../../ui/DataTable";
import { Panel } from "../../ui/Panel";
import type { PanelProps } from "./PartDrawer";
import type { Dashboard } from "./search";
import { usePartColumns } from "./usePartColumns";

type Project = Dashboard["projects"][number];

/** The projects one under the other. */
export function ProjectPanel({ data, onPick }: PanelProps) {
  const text = useText();
  const columns: Column<Project>[] = [
    { key: "name", title: text("common:shell.project"), card: "title", render: ({ name }) => name },
    ...usePartColumns<Project>(({ name, projectId }) => ({ of: name, projectId }), onPick),
  ];
  return (
    <Panel title={text("dashboard:project.title")}>
      <DataTable
        label={text("dashboard:project.title")}
        columns={columns}
        data={wholeList(data.projects)}
        rowKey={({ projectId }) => projectId}
      />
    </Panel>
  );
}
