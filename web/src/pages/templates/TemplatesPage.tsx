import { Button } from "antd";
import { useState } from "react";
import type { OutputOf } from "../../api/contract";
import { useQueryOf, wholeList } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { type Column, DataTable } from "../../ui/DataTable";
import { PageHeader } from "../../ui/PageHeader";
import { Sheet } from "../../ui/Sheet";
import { StatusTag } from "../../ui/StatusTag";
import { When } from "../../ui/When";
import { TemplateForm } from "./TemplateForm";
import styles from "./Templates.module.css";

export type Template = OutputOf<"GET /reply-templates">["items"][number];

/** The words formal letters are drafted with: those that were there from the beginning, and the firm's own. */
export default function TemplatesPage() {
  const text = useText();
  const templates = useQueryOf("GET /reply-templates", {});
  const [open, setOpen] = useState<Template | "new" | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <PageHeader
        title={text("templates:title")}
        subtitle={text("templates:intro")}
        actions={
          <Button type="primary" onClick={() => setOpen("new")}>
            {text("templates:add")}
          </Button>
        }
      />
      <DataTable
        label={text("templates:title")}
        columns={useColumns(setOpen)}
        data={wholeList(templates.data?.items, templates)}
        rowKey={({ templateId }) => templateId}
      />
      <Sheet
        open={open !== null}
        title={text(open === "new" ? "templates:add" : "templates:change")}
        onClose={close}
      >
        {open && templates.data ? (
          <TemplateForm
            template={open === "new" ? undefined : open}
            placeholders={templates.data.placeholders}
            onDone={close}
          />
        ) : null}
      </Sheet>
    </>
  );
}

function useColumns(onChange: (template: Template) => void): Column<Template>[] {
  const text = useText();
  return [
    {
      key: "name",
      title: text("templates:field.name"),
      card: "title",
      render: (row) => (
        <div>
          <strong>{row.name}</strong>
          <div className={styles.soft}>{row.subject}</div>
        </div>
      ),
    },
    {
      key: "state",
      title: text("templates:field.state"),
      card: "aside",
      render: ({ disabled }) => (
        <StatusTag tone={disabled ? "neutral" : "good"}>
          {text(disabled ? "templates:disabled" : "templates:used")}
        </StatusTag>
      ),
    },
    {
      key: "locale",
      title: text("templates:field.locale"),
      render: ({ locale }) => text(`common:language.${locale}`),
    },
    {
      key: "kinds",
      title: text("templates:field.kinds"),
      render: ({ kinds }) =>
        kinds.map((kind) => text(`tickets:kind.${kind}`)).join(" · ") || text("templates:anyKind"),
    },
    {
      key: "changed",
      title: text("templates:field.changed"),
      render: ({ changed }) =>
        changed ? (
          <>
            {changed.byName} · <When at={changed.at} form="date" />
          </>
        ) : (
          <span className={styles.soft}>{text("templates:begun")}</span>
        ),
    },
    {
      key: "do",
      title: "",
      render: (row) => <Button onClick={() => onChange(row)}>{text("templates:do.change")}</Button>,
    },
  ];
}
