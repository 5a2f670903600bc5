import { Button, Select } from "antd";
import { useState } from "react";
import { useQueryOf, wholeList } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { useSession } from "../../session/SessionContext";
import { Chips } from "../../ui/Chips";
import { DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { PageHeader } from "../../ui/PageHeader";
import { Panel } from "../../ui/Panel";
import { Sheet } from "../../ui/Sheet";
import { PriceForm } from "./PriceForm";
import styles from "./Prices.module.css";
import { type PartOf, type Price, parts } from "./price";
import { usePriceColumns } from "./usePriceColumns";

const firm = "";

/** What paid service costs: work and materials, of the firm and of projects that differ. */
export default function PricesPage() {
  const text = useText();
  const { projects, projectId: chosen } = useProjectScope();
  const { member } = useSession();
  const isEverywhere = member.projectIds === "all";
  const [scope, setScope] = useState(chosen ?? (isEverywhere ? firm : (projects[0]?.projectId ?? firm)));
  const [part, setPart] = useState<PartOf>("labour");
  const [form, setForm] = useState<Price | "new" | null>(null);
  const projectId = scope || undefined;
  const query = useQueryOf("GET /prices", { projectId });
  const shown = query.data?.items.filter((one) => one.part === part);
  const changes = isEverywhere || projectId !== undefined;
  const close = () => setForm(null);
  return (
    <>
      <PageHeader title={text("prices:title")} subtitle={text("prices:intro")} />
      <div className={styles.bar}>
        <Select
          className={styles.scope}
          aria-label={text("prices:scope")}
          value={scope}
          showSearch={projects.length > 8 ? { optionFilterProp: "label" } : false}
          options={[
            { value: firm, label: text("prices:wholeFirm") },
            ...projects.map(({ projectId: value, name }) => ({ value, label: name })),
          ]}
          onChange={setScope}
        />
        <Chips<PartOf>
          label={text("prices:field.part")}
          value={part}
          options={parts.map((value) => ({ value, label: text(`prices:part.${value}`) }))}
          onChange={setPart}
        />
      </div>
      <Panel
        title={text(`prices:part.${part}`)}
        intro={text(projectId ? "prices:projectHint" : "prices:firmHint")}
        aside={changes ? <Button onClick={() => setForm("new")}>{text("prices:add")}</Button> : null}
      >
        <DataTable
          label={text("prices:title")}
          columns={usePriceColumns(changes ? setForm : undefined)}
          data={wholeList(shown, query)}
          rowKey={({ code }) => code}
          empty={<EmptyState title={text("prices:none")}>{text("prices:noneBody")}</EmptyState>}
        />
      </Panel>
      <Sheet
        open={form !== null}
        title={text(form === "new" ? "prices:add" : "prices:change")}
        onClose={close}
      >
        {form === null ? null : (
          <PriceForm
            projectId={projectId}
            part={part}
            price={form === "new" ? undefined : form}
            onDone={close}
          />
        )}
      </Sheet>
    </>
  );
}
