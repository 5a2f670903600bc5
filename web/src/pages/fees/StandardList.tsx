import { App, Button } from "antd";
import { useMemo, useState } from "react";
import type { OutputOf } from "../../api/contract";
import { ApiError } from "../../api/error";
import { useCommand } from "../../api/useCommand";
import { useQueryOf, wholeList } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useCan } from "../../session/SessionContext";
import { type Column, DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { formatFen } from "../../ui/format";
import { Sheet } from "../../ui/Sheet";
import { StatusTag, type Tone } from "../../ui/StatusTag";
import { When } from "../../ui/When";
import { By } from "./By";
import styles from "./Fees.module.css";
import { NewStandard } from "./NewStandard";
import { ReasonSheet } from "./ReasonSheet";
import { type StandardState, statesOf } from "./standards";
import { useToday } from "./today";

type Standard = OutputOf<"GET /projects/{projectId}/charge-standards">["items"][number];
const key = "GET /projects/{projectId}/charge-standards";
const tones: Record<StandardState, Tone> = {
  current: "good",
  future: "active",
  past: "neutral",
  withdrawn: "bad",
};

/** What a project charges, now, before and to come; each with what it stands on. */
export function StandardList({ projectId }: { projectId: string }) {
  const text = useText();
  const { message } = App.useApp();
  const manages = useCan("fee.manage");
  const today = useToday();
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Standard | null>(null);
  const query = useQueryOf(key, { projectId });
  const withdraw = useCommand("POST /projects/{projectId}/charge-standards/{standardId}/withdraw", {
    changes: [key],
    onSuccess: () => setLeaving(null),
    onFailure: (error) => {
      if (!(error instanceof ApiError) || error.kind !== "conflict") return false;
      void message.error(text("fees:standards.withdrawRefused"));
      return true;
    },
  });
  const rows = query.data?.items.toSorted(
    (a, b) => a.item.localeCompare(b.item) || (a.from < b.from ? 1 : -1),
  );
  const states = useMemo(() => statesOf(query.data?.items ?? [], today.slice(0, 7)), [query.data, today]);
  const columns: Column<Standard>[] = [
    {
      key: "item",
      title: text("fees:field.item"),
      card: "title",
      render: (row) => <strong>{row.item}</strong>,
    },
    {
      key: "state",
      title: text("fees:field.state"),
      card: "aside",
      render: (row) => {
        const state = states.get(row.standardId) ?? "past";
        return <StatusTag tone={tones[state]}>{text(`fees:standardState.${state}`)}</StatusTag>;
      },
    },
    {
      key: "price",
      title: text("fees:field.price"),
      align: "right",
      render: (row) => text("fees:perM2", { price: formatFen(row.fenPerM2) }),
    },
    {
      key: "from",
      title: text("fees:field.from"),
      render: (row) => <span className="fd-number">{row.from}</span>,
    },
    {
      key: "approval",
      title: text("fees:field.approval"),
      render: (row) => (
        <span>
          {row.approval}
          {row.withdrawn ? (
            <span className={styles.soft}>
              {" "}
              {text("fees:standards.withdrawnWhy", { reason: row.withdrawn.reason })}
            </span>
          ) : null}
        </span>
      ),
    },
    {
      key: "by",
      title: text("fees:field.enteredBy"),
      card: "none",
      render: (row) => (
        <span className={styles.soft}>
          <By actor={row.by} /> <When at={row.createdAt} form="date" />
        </span>
      ),
    },
    {
      key: "do",
      title: "",
      card: manages ? "line" : "none",
      render: (row) =>
        manages && !row.withdrawn ? (
          <Button size="small" onClick={() => setLeaving(row)}>
            {text("fees:standards.withdraw")}
          </Button>
        ) : null,
    },
  ];
  return (
    <>
      <div className={styles.bar}>
        <p className={styles.soft}>{text("fees:standards.intro")}</p>
        {manages ? (
          <Button type="primary" onClick={() => setAdding(true)}>
            {text("fees:standards.add")}
          </Button>
        ) : null}
      </div>
      <DataTable
        label={text("fees:tab.standards")}
        columns={columns}
        data={wholeList(rows, query)}
        rowKey={(row) => row.standardId}
        empty={<EmptyState title={text("fees:standards.none")}>{text("fees:standards.noneBody")}</EmptyState>}
      />
      <Sheet open={adding} title={text("fees:standards.add")} onClose={() => setAdding(false)}>
        <NewStandard
          projectId={projectId}
          items={[...new Set(rows?.map((row) => row.item))]}
          onDone={() => setAdding(false)}
        />
      </Sheet>
      <ReasonSheet
        open={leaving !== null}
        title={text("fees:standards.withdraw")}
        intro={text("fees:standards.withdrawBody")}
        action={text("fees:standards.withdraw")}
        danger
        pending={withdraw.isPending}
        onClose={() => setLeaving(null)}
        onSubmit={({ reason }) =>
          leaving && withdraw.mutate({ projectId, standardId: leaving.standardId, reason })
        }
      />
    </>
  );
}
