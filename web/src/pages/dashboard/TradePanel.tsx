import { useMemo } from "react";
import { wholeList } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { Chart } from "../../ui/Chart";
import { type Column, DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { Panel } from "../../ui/Panel";
import { barOption, heightOf } from "./bars";
import styles from "./Dashboard.module.css";
import type { PanelProps } from "./PartDrawer";
import type { Dashboard } from "./search";
import { usePartColumns } from "./usePartColumns";

type Trade = Dashboard["trades"][number];

/** Who sees to tickets. */
export function TradePanel({ data, onPick }: PanelProps) {
  const text = useText();
  const { nameOf, any, bars, option } = useMemo(() => {
    const nameOf = ({ trade }: Trade) =>
      trade === "none" ? text("dashboard:trade.none") : text(`tickets:trade.${trade}`);
    const any = data.trades.filter(({ created, completionOnTime }) => created > 0 || completionOnTime);
    const bars = any.map((one) => ({
      name: nameOf(one),
      value: one.created,
      label: String(one.created),
    }));
    return { nameOf, any, bars, option: barOption(bars) };
  }, [data, text]);
  const columns: Column<Trade>[] = [
    { key: "name", title: text("dashboard:trade.name"), card: "title", render: nameOf },
    ...usePartColumns<Trade>(
      (one) => ({ of: nameOf(one), within: { by: "trade", part: one.trade } }),
      onPick,
    ),
  ];
  return (
    <Panel title={text("dashboard:trade.title")} intro={text("dashboard:trade.intro")}>
      <div className={styles.stacked}>
        {bars.length > 0 ? (
          <Chart option={option} height={heightOf(bars)} label={text("dashboard:trade.chart")} />
        ) : null}
        <DataTable
          label={text("dashboard:trade.title")}
          columns={columns}
          data={wholeList(any)}
          rowKey={({ trade }) => trade}
          empty={<EmptyState title={text("dashboard:none")} />}
        />
      </div>
    </Panel>
  );
}
