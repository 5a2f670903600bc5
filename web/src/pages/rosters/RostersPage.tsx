import { Button } from "antd";
import { useState } from "react";
import { useQueryOf, wholeList } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { NoProjects } from "../../nav/NoProjects";
import { useProjectScope } from "../../session/ProjectScope";
import { useCan } from "../../session/SessionContext";
import { DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { PageHeader } from "../../ui/PageHeader";
import { Sheet } from "../../ui/Sheet";
import { RosterForm } from "./RosterForm";
import { useRosterColumns } from "./useRosterColumns";

/** Who is on duty in each project now, and which shifts are being handed over. */
export default function RostersPage() {
  const text = useText();
  const { projectId, projects } = useProjectScope();
  const plans = useCan("ticket.dispatch");
  const query = useQueryOf("GET /rosters", { projectId });
  const [adding, setAdding] = useState(false);
  const columns = useRosterColumns();
  if (projects.length === 0) return <NoProjects>{text("rosters:intro")}</NoProjects>;
  const add = plans ? (
    <Button type="primary" onClick={() => setAdding(true)}>
      {text("rosters:add")}
    </Button>
  ) : null;
  return (
    <>
      <PageHeader title={text("rosters:title")} subtitle={text("rosters:intro")} actions={add} />
      <DataTable
        label={text("rosters:title")}
        columns={columns}
        data={wholeList(query.data?.items, query)}
        rowKey={({ rosterId }) => rosterId}
        empty={<EmptyState title={text("rosters:none")}>{text("rosters:noneBody")}</EmptyState>}
      />
      <Sheet open={adding} title={text("rosters:add")} onClose={() => setAdding(false)}>
        <RosterForm onDone={() => setAdding(false)} />
      </Sheet>
    </>
  );
}
