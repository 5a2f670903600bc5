import type { TicketKind } from "@frontdesk/core/ticket/kind";
import { Button } from "antd";
import { useState } from "react";
import { wholeList } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { Chips } from "../../ui/Chips";
import { DataTable } from "../../ui/DataTable";
import { PageHeader } from "../../ui/PageHeader";
import { Panel } from "../../ui/Panel";
import { Sheet } from "../../ui/Sheet";
import { kinds } from "../tickets/kinds";
import type { Category } from "../tickets/useCategories";
import styles from "./Categories.module.css";
import { CategoryForm } from "./CategoryForm";
import { useCategoryColumns } from "./useCategoryColumns";
import { useCategorySettings } from "./useCategorySettings";

/** What tickets may be about, kind by kind: names, order, who usually sees to it, and where it is offered. */
export default function CategoriesPage() {
  const text = useText();
  const [kind, setKind] = useState<TicketKind>("repair");
  const [form, setForm] = useState<Category | "new" | null>(null);
  const settings = useCategorySettings();
  const all = (settings.query.data?.items ?? []).filter((one) => one.kind === kind);
  const close = () => setForm(null);
  return (
    <>
      <PageHeader title={text("categories:title")} subtitle={text("categories:intro")} />
      <div className={styles.kinds}>
        <Chips<TicketKind>
          label={text("tickets:field.kind")}
          value={kind}
          options={kinds.map((value) => ({ value, label: text(`tickets:kind.${value}`) }))}
          onChange={setKind}
        />
      </div>
      <Panel
        title={text(`tickets:kind.${kind}`)}
        intro={text("categories:order")}
        aside={<Button onClick={() => setForm("new")}>{text("categories:add")}</Button>}
      >
        <DataTable
          label={text("categories:title")}
          columns={useCategoryColumns(all, setForm, settings.order)}
          data={wholeList(settings.query.data && all, settings.query)}
          rowKey={({ code }) => code}
        />
      </Panel>
      <Sheet
        open={form !== null}
        title={text(form === "new" ? "categories:add" : "categories:change")}
        onClose={close}
      >
        {form === null ? null : (
          <CategoryForm kind={kind} category={form === "new" ? undefined : form} onDone={close} />
        )}
      </Sheet>
    </>
  );
}
