import { useMemo } from "react";
import { wholeList } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { Chart } from "../../ui/Chart";
import { type Column, DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { Panel } from "../../ui/Panel";
import { useCategories } from "../tickets/useCategories";
import { barOption, heightOf } from "./bars";
import styles from "./Dashboard.module.css";
import type { PanelProps } from "./PartDrawer";
import type { Dashboard } from "./search";
import { usePartColumns } from "./usePartColumns";

type Category = Dashboard["categories"][number];
const drawn = 10;

/** What tickets were about. */
export function CategoryPanel({ data, onPick }: PanelProps) {
  const text = useText();
  const { nameOf } = useCategories();
  const { nameOfOne, bars, option } = useMemo(() => {
    const nameOfOne = ({ kind, category }: Category) =>
      [text(`tickets:kind.${kind}`), nameOf(kind, category) || category].join(" · ");
    const bars = [...data.categories]
      .sort((a, b) => b.created - a.created)
      .slice(0, drawn)
      .filter(({ created }) => created > 0)
      .map((one) => ({ name: nameOfOne(one), value: one.created, label: String(one.created) }));
    return { nameOfOne, bars, option: barOption(bars) };
  }, [data, text, nameOf]);
  const columns: Column<Category>[] = [
    { key: "name", title: text("dashboard:category.name"), card: "title", render: nameOfOne },
    ...usePartColumns<Category>(
      (one) => ({ of: nameOfOne(one), within: { by: "category", part: `${one.kind}/${one.category}` } }),
      onPick,
    ),
  ];
  return (
    <Panel title={text("dashboard:category.title")}>
      <div className={styles.stacked}>
        {bars.length > 0 ? (
          <Chart
            option={option}
            height={heightOf(bars)}
            label={text("dashboard:category.chart", { count: bars.length })}
          />
        ) : null}
        <DataTable
          label={text("dashboard:category.title")}
          columns={columns}
          data={wholeList(data.categories)}
          rowKey={({ kind, category }) => `${kind}/${category}`}
          empty={<EmptyState title={text("dashboard:none")} />}
        />
      </div>
    </Panel>
  );
}
