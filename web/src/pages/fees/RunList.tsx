import { Button } from "antd";
import { useMemo, useState } from "react";
import { type ItemOf, usePagesOf } from "../../api/useQueryOf";
import type { Text } from "../../i18n/text";
import { useText } from "../../i18n/useText";
import { useCan } from "../../session/SessionContext";
import { type Column, DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { Money } from "../../ui/Money";
import { When } from "../../ui/When";
import { By } from "./By";
import styles from "./Fees.module.css";
import { NewRun } from "./NewRun";
import { RunProgress } from "./RunProgress";

type Run = ItemOf<"GET /projects/{projectId}/billing-runs">;

/** The billing runs of a project, and the next one. */
export function RunList({ projectId }: { projectId: string }) {
  const text = useText();
  const manages = useCan("fee.manage");
  const [adding, setAdding] = useState(false);
  const runs = usePagesOf("GET /projects/{projectId}/billing-runs", { projectId });
  const columns = useMemo(() => columnsOf(text), [text]);
  return (
    <>
      {manages && !adding ? (
        <div className={styles.bar}>
          <p className={styles.soft}>{text("fees:runs.intro")}</p>
          <Button type="primary" onClick={() => setAdding(true)}>
            {text("fees:runs.add")}
          </Button>
        </div>
      ) : null}
      {adding ? (
        <div className={styles.gap}>
          <NewRun projectId={projectId} onDone={() => setAdding(false)} />
        </div>
      ) : null}
      <DataTable
        label={text("fees:tab.runs")}
        columns={columns}
        data={runs}
        rowKey={(run) => run.runId}
        empty={<EmptyState title={text("fees:runs.none")}>{text("fees:runs.noneBody")}</EmptyState>}
      />
    </>
  );
}

const columnsOf = (text: Text): Column<Run>[] => [
  {
    key: "period",
    title: text("fees:field.period"),
    card: "title",
    render: (run) => <strong className="fd-number">{run.period}</strong>,
  },
  {
    key: "state",
    title: text("fees:field.state"),
    card: "aside",
    render: (run) => <RunProgress run={run} />,
  },
  { key: "bills", title: text("fees:field.bills"), align: "right", render: (run) => run.billed },
  { key: "sum", title: text("fees:field.sum"), align: "right", render: (run) => <Money fen={run.sum} /> },
  {
    key: "skipped",
    title: text("fees:runs.leftOut"),
    render: (run) => leftOutOf(run, text) || text("common:none"),
  },
  {
    key: "due",
    title: text("fees:field.dueOn"),
    render: (run) => <span className="fd-number">{run.dueOn}</span>,
  },
  {
    key: "started",
    title: text("fees:runs.started"),
    card: "none",
    render: (run) => (
      <span className={styles.soft}>
        <When at={run.startedAt} /> <By actor={run.by} />
      </span>
    ),
  },
];

function leftOutOf(run: Run, text: Text): string {
  return [
    run.alreadyBilled > 0 ? text("fees:runs.alreadyBilled", { count: run.alreadyBilled }) : null,
    run.nothingToBill > 0 ? text("fees:runs.nothingToBill", { count: run.nothingToBill }) : null,
  ]
    .filter(Boolean)
    .join(" · ");
}
