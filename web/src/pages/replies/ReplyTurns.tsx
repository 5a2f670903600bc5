import type { ReactNode } from "react";
import { type ItemOf, usePagesOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useProjectNameInList } from "../../session/useProjectName";
import { type Column, DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { When } from "../../ui/When";
import { ReplyHeading } from "./ReplyHeading";

/** Formal letters that wait for the member; `empty` is said in place of the usual words when there are none. */
export function ReplyTurns({ empty }: { empty?: ReactNode }) {
  const text = useText();
  const projectName = useProjectNameInList();
  const data = usePagesOf("GET /reply-turns", { limit: 50 });
  const columns: Column<ItemOf<"GET /reply-turns">>[] = [
    {
      key: "letter",
      title: text("replies:one"),
      card: "title",
      render: (row) => <ReplyHeading replyId={row.replyId} number={row.ticketNumber} subject={row.subject} />,
    },
    { key: "to", title: text("replies:field.turn"), render: (row) => text(`replies:turn.${row.to}`) },
    { key: "project", title: text("letters:field.project"), render: (row) => projectName(row.projectId) },
    {
      key: "since",
      title: text("replies:field.since"),
      render: (row) => <When at={row.since} form="relative" />,
    },
  ];
  return (
    <DataTable
      label={text("replies:show.turns")}
      columns={columns}
      data={data}
      rowKey={(row) => row.replyId}
      empty={
        empty ?? (
          <EmptyState title={text("replies:empty.turns")}>{text("replies:empty.turnsHint")}</EmptyState>
        )
      }
    />
  );
}
