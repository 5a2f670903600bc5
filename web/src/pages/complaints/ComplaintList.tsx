import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { InputOf } from "../../api/contract";
import { type ItemOf, usePagesOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { useProjectNameInList } from "../../session/useProjectName";
import { type Column, DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { When } from "../../ui/When";
import { useCategories } from "../tickets/useCategories";
import { ComplaintState, ComplaintWeight } from "./ComplaintState";
import styles from "./Complaints.module.css";

type Show = NonNullable<InputOf<"GET /complaints">["show"]>;

interface ComplaintListProps {
  show: Show;
  /** Said in place of the usual words when there are none. */
  empty?: ReactNode;
}

/** Complaints of the project chosen above or of all, the newest first. */
export function ComplaintList({ show, empty }: ComplaintListProps) {
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
      empty={
        empty ?? (
          <EmptyState title={text(`complaints:empty.${show}`)}>{text("complaints:emptyHint")}</EmptyState>
        )
      }
    />
  );
}
