import { Link } from "@tanstack/react-router";
import { usePagesOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { type Column, DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { Panel } from "../../ui/Panel";
import { When } from "../../ui/When";
import { HandoverState } from "./HandoverState";
import type { HandoverDetail } from "./roster";

type Row = Omit<HandoverDetail, "items" | "may" | "left"> & { open: number };

/** How the shifts of a roster were handed over, the newest first. */
export function Handovers({ rosterId }: { rosterId: string }) {
  const text = useText();
  const data = usePagesOf("GET /rosters/{rosterId}/handovers", { rosterId, limit: 20 });
  const columns: Column<Row>[] = [
    {
      key: "when",
      title: text("rosters:field.givenAt"),
      card: "title",
      render: ({ handoverId, givenAt }) => (
        <Link to="/handovers/$handoverId" params={{ handoverId }}>
          <When at={givenAt} />
        </Link>
      ),
    },
    {
      key: "state",
      title: text("rosters:field.state"),
      card: "aside",
      render: ({ state }) => <HandoverState state={state} />,
    },
    {
      key: "shift",
      title: text("rosters:field.shift"),
      render: ({ shiftName }) => shiftName ?? text("common:none"),
    },
    { key: "from", title: text("rosters:field.from"), render: ({ fromName }) => fromName },
    { key: "to", title: text("rosters:field.to"), render: ({ toName }) => toName ?? text("common:none") },
    {
      key: "open",
      title: text("rosters:field.open"),
      align: "right",
      render: ({ open }) => <span className="fd-number">{open}</span>,
    },
  ];
  return (
    <Panel title={text("rosters:handovers")}>
      <DataTable
        label={text("rosters:handovers")}
        columns={columns}
        data={data}
        rowKey={({ handoverId }) => handoverId}
        empty={<EmptyState title={text("rosters:noHandovers")} />}
      />
    </Panel>
  );
}
