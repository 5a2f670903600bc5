import type { OutputOf } from "../../api/contract";
import { usePagesOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { foreseenState } from "../../offline/foreseen";
import { useQueueState } from "../../offline/QueueProvider";
import { goingOf } from "../../offline/queue";
import { useProjectScope } from "../../session/ProjectScope";
import { type Column, DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { OrderState } from "./OrderState";
import { useTicketColumns } from "./useTicketColumns";

type WorkRow = OutputOf<"GET /work">["items"][number];

/** One's own work orders, each with its own state rather than its ticket's. */
export function MyWork() {
  const text = useText();
  const going = goingOf(useQueueState());
  const columns = useTicketColumns().map(
    (column): Column<WorkRow> =>
      column.key === "state"
        ? { ...column, render: (row) => <OrderState state={foreseenState(row, going)} /> }
        : column,
  );
  const { projectId } = useProjectScope();
  const data = usePagesOf("GET /work", { limit: 50 });
  const pages = data.pages.map((page) => page.filter((row) => !projectId || row.projectId === projectId));
  return (
    <DataTable
      label={text("tickets:filter.mine")}
      columns={columns}
      data={{ ...data, pages }}
      rowKey={(row) => `${row.ticketId}${row.order}`}
      empty={<EmptyState title={text("tickets:list.noWork")}>{text("tickets:list.noWorkHint")}</EmptyState>}
    />
  );
}
