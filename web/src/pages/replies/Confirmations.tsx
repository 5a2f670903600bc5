import { type ItemOf, usePagesOf } from "../../api/useQueryOf";
import { PhoneLink } from "../../find/PhoneLink";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { useProjectNameInList } from "../../session/useProjectName";
import { type Column, DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { StatusTag } from "../../ui/StatusTag";
import { When } from "../../ui/When";
import styles from "./Replies.module.css";
import { ReplyHeading } from "./ReplyHeading";

/** The letters that were sent, and whom to call to make sure that they arrived; the longest due first. */
export function Confirmations() {
  const text = useText();
  const { projectId } = useProjectScope();
  const projectName = useProjectNameInList();
  const data = usePagesOf("GET /reply-confirmations", { projectId, limit: 50 });
  const columns: Column<ItemOf<"GET /reply-confirmations">>[] = [
    {
      key: "letter",
      title: text("replies:one"),
      card: "title",
      render: (row) => <ReplyHeading replyId={row.replyId} number={row.number} subject={row.subject} />,
    },
    {
      key: "due",
      title: text("replies:field.due"),
      render: (row) => (
        <StatusTag tone={row.overdue ? "bad" : "neutral"}>
          <When at={row.dueAt} form="relative" />
        </StatusTag>
      ),
    },
    {
      key: "to",
      title: text("replies:field.to"),
      render: (row) => (
        <div>
          {[row.houseCode, row.name].filter(Boolean).join(" · ")}
          <div className={styles.soft}>{projectName(row.projectId)}</div>
        </div>
      ),
    },
    {
      key: "phone",
      title: text("letters:field.phone"),
      render: (row) => (row.phone ? <PhoneLink phone={row.phone} /> : text("common:none")),
    },
    {
      key: "tries",
      title: text("callbacks:field.tries"),
      render: (row) => text("callbacks:tries", { count: row.tries }),
    },
  ];
  return (
    <DataTable
      key={projectId}
      label={text("replies:show.confirm")}
      columns={columns}
      data={data}
      rowKey={(row) => row.replyId}
      empty={
        <EmptyState title={text("replies:empty.confirm")}>{text("replies:empty.confirmHint")}</EmptyState>
      }
    />
  );
}
