import { Link } from "@tanstack/react-router";
import { useText } from "../../i18n/useText";
import { useProjectNameInList } from "../../session/useProjectName";
import type { Column } from "../../ui/DataTable";
import { StatusTag } from "../../ui/StatusTag";
import { OnDuty } from "./OnDuty";
import styles from "./Rosters.module.css";
import type { RosterRow } from "./roster";

/** The columns of the rosters, with who is on duty now. */
export function useRosterColumns(): Column<RosterRow>[] {
  const text = useText();
  const projectName = useProjectNameInList();
  return [
    {
      key: "name",
      title: text("rosters:field.name"),
      card: "title",
      render: ({ rosterId, name, projectId }) => (
        <span className={styles.heading}>
          <Link to="/rosters/$rosterId" params={{ rosterId }}>
            {name}
          </Link>
          <small className={styles.soft}>{projectName(projectId)}</small>
        </span>
      ),
    },
    {
      key: "trade",
      title: text("tickets:field.trade"),
      render: ({ trade }) => text(`tickets:trade.${trade}`),
    },
    { key: "now", title: text("rosters:field.now"), render: ({ now }) => <OnDuty duties={now} /> },
    {
      key: "handover",
      title: text("rosters:field.handover"),
      card: "aside",
      render: ({ handoverId }) =>
        handoverId ? (
          <Link to="/handovers/$handoverId" params={{ handoverId }}>
            <StatusTag tone="warn">{text("rosters:underWay")}</StatusTag>
          </Link>
        ) : null,
    },
  ];
}
