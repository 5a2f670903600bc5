import { Button } from "antd";
import { useState } from "react";
import { wholeList } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { Panel } from "../../ui/Panel";
import { Sheet } from "../../ui/Sheet";
import { RuleForm } from "./RuleForm";
import { useRouting } from "./useRouting";
import { useRuleColumns } from "./useRuleColumns";

/** The rules in their order; each can be changed, moved and removed. */
export function RulesPanel() {
  const text = useText();
  const { query, rules, save, saving } = useRouting();
  const [at, setAt] = useState<number | null>(null);
  const close = () => setAt(null);
  const put = (next: typeof rules) => void save(next).then(close, () => undefined);
  const swap = (one: number, other: number) =>
    put(rules.map((rule, i) => (i === one ? rules[other] : i === other ? rules[one] : rule) ?? rule));
  const chosen = at === null ? undefined : query.data?.items[at];
  const add = <Button onClick={() => setAt(rules.length)}>{text("routing:add")}</Button>;

  return (
    <Panel title={text("routing:rules")} intro={text("routing:rulesIntro")} aside={add}>
      <DataTable
        label={text("routing:rules")}
        columns={useRuleColumns(setAt, saving ? undefined : swap)}
        data={wholeList(
          query.data?.items.map((rule, place) => ({ ...rule, place, last: place === rules.length - 1 })),
          query,
        )}
        rowKey={({ name }) => name}
        empty={<EmptyState title={text("routing:none")}>{text("routing:noneBody")}</EmptyState>}
      />
      <Sheet open={at !== null} title={text(chosen ? "routing:change" : "routing:add")} onClose={close}>
        {at === null ? null : (
          <RuleForm
            row={chosen}
            taken={rules.flatMap(({ name }, i) => (i === at ? [] : [name]))}
            saving={saving}
            onSave={(rule) => put(rules.with(at, rule))}
            onNew={(rule) => put([...rules, rule])}
            onDrop={() => put(rules.filter((_, i) => i !== at))}
          />
        )}
      </Sheet>
    </Panel>
  );
}
