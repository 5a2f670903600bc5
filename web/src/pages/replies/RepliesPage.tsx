import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { Segmented } from "antd";
import { type ItemOf, usePagesOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { useCan } from "../../session/SessionContext";
import { useProjectNameInList } from "../../session/useProjectName";
import { type Column, DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { PageHeader } from "../../ui/PageHeader";
import { When } from "../../ui/When";
import { Confirmations } from "./Confirmations";
import styles from "./Replies.module.css";
import { ReplyHeading } from "./ReplyHeading";
import { ReplyState } from "./ReplyState";
import { ReplyTurns } from "./ReplyTurns";

const route = getRouteApi("/app/replies");
type Show = "turns" | "confirm" | "all";

/** Formal letters: those that wait for the member, those to ask about, and all of them. */
export default function RepliesPage() {
  const text = useText();
  const navigate = useNavigate();
  const signs = useCan("ticket.register");
  const calls = useCan("callback.make");
  const dispatches = useCan("ticket.dispatch");
  const audits = useCan("audit.read");
  const may: Record<Show, boolean> = { turns: signs, confirm: calls, all: dispatches || audits };
  const offered = (["turns", "confirm", "all"] as const).filter((one) => may[one]);
  const asked = route.useSearch().show;
  const show = offered.find((one) => one === asked) ?? offered[0];
  return (
    <>
      <PageHeader title={text("replies:title")} subtitle={text("replies:intro")} />
      {offered.length > 1 ? (
        <div className={styles.filters}>
          <Segmented<Show>
            aria-label={text("replies:title")}
            value={show}
            options={offered.map((value) => ({ value, label: text(`replies:show.${value}`) }))}
            onChange={(value) => void navigate({ to: "/replies", search: { show: value } })}
          />
        </div>
      ) : null}
      {show === "turns" ? <ReplyTurns /> : null}
      {show === "confirm" ? <Confirmations /> : null}
      {show === "all" ? <AllReplies /> : null}
    </>
  );
}

function AllReplies() {
  const text = useText();
  const { projectId } = useProjectScope();
  const projectName = useProjectNameInList();
  const data = usePagesOf("GET /replies", { projectId, limit: 50 });
  const columns: Column<ItemOf<"GET /replies">>[] = [
    {
      key: "letter",
      title: text("replies:one"),
      card: "title",
      render: ({ replyId, number, ticketNumber, subject }) => (
        <ReplyHeading replyId={replyId} number={number ?? ticketNumber} subject={subject} />
      ),
    },
    {
      key: "state",
      title: text("replies:field.state"),
      card: "aside",
      render: (row) => <ReplyState state={row.state} />,
    },
    {
      key: "to",
      title: text("replies:field.to"),
      render: (row) => (
        <div>
          {[row.houseCode, row.to.name].filter(Boolean).join(" · ")}
          <div className={styles.soft}>{projectName(row.projectId)}</div>
        </div>
      ),
    },
    {
      key: "ticket",
      title: text("letters:field.ticket"),
      render: ({ ticketId, ticketNumber }) => (
        <Link to="/tickets/$ticketId" params={{ ticketId }} className="fd-number">
          {ticketNumber}
        </Link>
      ),
    },
    {
      key: "drafted",
      title: text("replies:field.drafted"),
      render: (row) => (
        <>
          {row.draftedByName} · <When at={row.createdAt} />
        </>
      ),
    },
  ];
  return (
    <DataTable
      key={projectId}
      label={text("replies:show.all")}
      columns={columns}
      data={data}
      rowKey={(row) => row.replyId}
      empty={<EmptyState title={text("replies:empty.all")}>{text("replies:empty.allHint")}</EmptyState>}
    />
  );
}
