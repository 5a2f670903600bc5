import type { Rule } from "@frontdesk/core/clocks/rule";
import { Button } from "antd";
import { useState } from "react";
import { wholeList } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { type Column, DataTable } from "../../ui/DataTable";
import { Panel } from "../../ui/Panel";
import { Sheet } from "../../ui/Sheet";
import { StatusTag } from "../../ui/StatusTag";
import { useCategories } from "../tickets/useCategories";
import styles from "./Clocks.module.css";
import { RuleForm } from "./RuleForm";
import { type Row, useClocks } from "./useOwn";
import { lengthOf, targetOf } from "./words";

const keyOf = ({ clock, kind, category, urgency }: Rule) =>
  [clock, kind, category, urgency].map((part) => part ?? "").join("/");

const plain = ({ of: _of, instead: _instead, ...rule }: Row): Rule => rule;

/** Every clock there is, with what it is for and who set it; each can be set anew, and set back. */
export function RulesPanel({ projectId }: { projectId: string | undefined }) {
  const text = useText();
  const { query, save, saving } = useClocks(projectId);
  const [form, setForm] = useState<Row | "new" | null>(null);
  const mine = projectId ? "project" : "firm";
  const own = (query.data?.items ?? []).filter(({ of }) => of === mine).map(plain);
  const without = (rule: Rule) => own.filter((one) => keyOf(one) !== keyOf(rule));

  return (
    <Panel
      title={text("clocks:rules")}
      intro={text("clocks:rulesIntro")}
      aside={<Button onClick={() => setForm("new")}>{text("clocks:add")}</Button>}
    >
      <DataTable
        label={text("clocks:rules")}
        columns={useColumns(setForm)}
        data={wholeList(query.data?.items, query)}
        rowKey={keyOf}
      />
      <Sheet
        open={form !== null}
        title={text(form === "new" ? "clocks:add" : "clocks:change")}
        onClose={() => setForm(null)}
      >
        {form === null ? null : (
          <RuleForm
            row={form === "new" ? undefined : form}
            saving={saving}
            onSave={(rule) => void save([...without(rule), rule]).then(() => setForm(null))}
            onDrop={
              form !== "new" && form.of === mine
                ? () => void save(without(form)).then(() => setForm(null))
                : undefined
            }
          />
        )}
      </Sheet>
    </Panel>
  );
}

function useColumns(onChange: (row: Row) => void): Column<Row>[] {
  const text = useText();
  const { nameOf } = useCategories();
  return [
    {
      key: "clock",
      title: text("clocks:field.clock"),
      card: "title",
      render: (row) => <strong>{text(`clocks:name.${row.clock}`)}</strong>,
    },
    { key: "target", title: text("clocks:field.target"), render: (row) => targetOf(row, text, nameOf) },
    {
      key: "length",
      title: text("clocks:field.length"),
      render: (row) => <span className="fd-number">{lengthOf(row, text)}</span>,
    },
    {
      key: "of",
      title: text("clocks:field.of"),
      card: "aside",
      render: ({ of }) =>
        of === "usual" ? (
          <span className={styles.soft}>{text("clocks:of.usual")}</span>
        ) : (
          <StatusTag tone="good">{text(`clocks:of.${of}`)}</StatusTag>
        ),
    },
    {
      key: "deeds",
      title: text("clocks:field.deeds"),
      align: "right",
      render: (row) => <Button onClick={() => onChange(row)}>{text("clocks:edit")}</Button>,
    },
  ];
}
