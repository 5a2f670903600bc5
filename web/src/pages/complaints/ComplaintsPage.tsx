import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { Segmented } from "antd";
import { type ItemOf, usePagesOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { useProjectNameInList } from "../../session/useProjectName";
import { type Column, DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { PageHeader } from "../../ui/PageHeader";
import { When } from "../../ui/When";
import { useCategories } from "../tickets/useCategories";
import { ComplaintState, ComplaintWeight } from "./ComplaintState";
import styles from "./Complaints.module.css";

const route = getRouteApi("/app/complaints");
const shows = ["open", "approve", "quality", "groups", "account", "closed"] as const;
type Show = (typeof shows)[number];

/** Complaints: all that are open, those that wait for a decision or for who answers for them, groups, closed ones. */
export default function ComplaintsPage() {
  const text = useText();
  const navigate = useNavigate();
  const asked = route.useSearch().show;
  const show = shows.find((one) => one === asked) ?? "open";
  return (
    <>
      <PageHeader title={text("complaints:title")} subtitle={text("complaints:intro")} />
      <div className={styles.filters}>
        <Segmented<Show>
          aria-label={text("complaints:title")}
          value={show}
          options={shows.map((value) => ({ value, label: text(`complaints:show.${value}`) }))}
          onChange={(value) => void navigate({ to: "/complaints", search: { show: value } })}
        />
      </div>
      <List show={show} />
    </>
  );
}

function List({ show }: { show: Show }) {
  const text = useText();
  const { projectId } = useProjectScope();
  const projectName = useProjectNameInList();
  const { nameOf } = useCategories();
  const data = usePagesOf("GET /complaints", { projectId, show, limit: 50 });
  const columns: Column<ItemOf<"GET /complaints">>[] = [
    {
      key: "number",
      title: text("complaints:title"),
      card: "title",
      render: ({ ticketId, number, category }) => (
        <Link to="/tickets/$ticketId" params={{ ticketId }}>
          <span className="fd-number">{number}</span> {nameOf("complaint", category)}
        </Link>
      ),
    },
    {
      key: "state",
      title: text("complaints:field.state"),
      card: "aside",
      render: (row) => <ComplaintState state={row.state} />,
    },
    {
      key: "weight",
      title: text("complaints:field.severity"),
      render: (row) => (
        <span className={styles.tags}>
          {row.severity === "ordinary" && row.level === "project"
            ? text("complaints:severity.ordinary")
            : null}
          <ComplaintWeight severity={row.severity} level={row.level} />
        </span>
      ),
    },
    {
      key: "cause",
      title: text("complaints:field.cause"),
      render: ({ cause }) => (cause ? text(`complaints:cause.${cause}`) : "—"),
    },
    {
      key: "place",
      title: text("complaints:field.place"),
      render: (row) => (
        <div>
          {row.houseCode ?? text("complaints:public")}
          <div className={styles.soft}>{projectName(row.projectId)}</div>
        </div>
      ),
    },
    {
      key: "at",
      title: text("complaints:field.at"),
      render: (row) => <When at={row.createdAt} form="relative" />,
    },
  ];
  return (
    <DataTable
      key={`${show}${projectId}`}
      label={text(`complaints:show.${show}`)}
      columns={columns}
      data={data}
      rowKey={(row) => row.ticketId}
      empty={<EmptyState title={text(`complaints:empty.${show}`)}>{text("complaints:emptyHint")}</EmptyState>}
    />
  );
}
