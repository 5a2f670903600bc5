import { Button } from "antd";
import { useState } from "react";
import type { OutputOf } from "../../api/contract";
import { useQueryOf, wholeList } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { type Column, DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { PageHeader } from "../../ui/PageHeader";
import { Sheet } from "../../ui/Sheet";
import { PosterButton } from "./PosterButton";
import { ProjectForm } from "./ProjectForm";
import styles from "./Projects.module.css";

type Project = OutputOf<"GET /projects">["items"][number];

/** The firm's projects: what they are, how residents reach them, their QR posters. */
export default function ProjectsPage() {
  const text = useText();
  const query = useQueryOf("GET /projects", {});
  const [form, setForm] = useState<Project | "new" | null>(null);
  const create = (
    <Button type="primary" onClick={() => setForm("new")}>
      {text("projects:create")}
    </Button>
  );
  return (
    <>
      <PageHeader title={text("projects:title")} subtitle={text("projects:intro")} actions={create} />
      <DataTable
        label={text("projects:title")}
        columns={useColumns(setForm)}
        data={wholeList(query.data?.items, query)}
        rowKey={(project) => project.projectId}
        empty={
          <EmptyState title={text("projects:none")} action={create}>
            {text("projects:noneBody")}
          </EmptyState>
        }
      />
      <Sheet
        open={form !== null}
        title={text(form === "new" ? "projects:create" : "projects:change")}
        onClose={() => setForm(null)}
      >
        <ProjectForm
          project={form === "new" || form === null ? undefined : form}
          onDone={() => setForm(null)}
        />
      </Sheet>
    </>
  );
}

function useColumns(onChange: (project: Project) => void): Column<Project>[] {
  const text = useText();
  return [
    {
      key: "name",
      title: text("projects:field.name"),
      card: "title",
      render: ({ name }) => <strong>{name}</strong>,
    },
    {
      key: "kind",
      title: text("projects:field.kind"),
      card: "aside",
      render: ({ kind }) => text(`projects:kind.${kind}`),
    },
    {
      key: "address",
      title: text("projects:field.address"),
      render: ({ address }) => <span className={styles.address}>{address ?? text("common:none")}</span>,
    },
    {
      key: "phone",
      title: text("projects:field.phone"),
      render: ({ phone }) => <span className="fd-number">{phone ?? text("common:none")}</span>,
    },
    {
      key: "deeds",
      title: text("projects:field.deeds"),
      align: "right",
      render: (project) => (
        <span className={styles.deeds}>
          <PosterButton projectId={project.projectId} />
          <Button onClick={() => onChange(project)}>{text("projects:edit")}</Button>
        </span>
      ),
    },
  ];
}
