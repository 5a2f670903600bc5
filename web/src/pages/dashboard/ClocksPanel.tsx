import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { wholeList } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { Chart } from "../../ui/Chart";
import { type Column, DataTable } from "../../ui/DataTable";
import { Figure } from "../../ui/Figure";
import { formatFigure } from "../../ui/format";
import { Panel } from "../../ui/Panel";
import { barOption, heightOf } from "./bars";
import styles from "./Dashboard.module.css";
import type { PanelProps } from "./PartDrawer";

/** The clocks in the order in which they run out. */
const clocks = [
  "responseOnTime",
  "verifiedOnTime",
  "onSiteOnTime",
  "answeredOnTime",
  "completionOnTime",
  "callbackIn24h",
] as const;

/** How well each clock was kept. */
export function ClocksPanel({ data, onPick }: PanelProps) {
  const text = useText();
  const { i18n } = useTranslation();
  const { rows, bars, option } = useMemo(() => {
    const rows = clocks.map((clock) => {
      const rate = data.total[clock];
      return { clock, rate, value: rate && rate.numerator / rate.denominator };
    });
    const bars = rows.flatMap(({ clock, value }) => {
      if (value === null) return [];
      return [
        { name: text(`figures:${clock}.name`), value, label: formatFigure(value, "rate", i18n.language) },
      ];
    });
    return { rows, bars, option: barOption(bars, 1) };
  }, [data, text, i18n.language]);
  const side = (key: "numerator" | "denominator", title: string): Column<(typeof rows)[number]> => ({
    key,
    title,
    align: "right",
    render: ({ rate }) => (rate ? formatFigure(rate[key], "count", i18n.language) : text("common:none")),
  });
  const columns: Column<(typeof rows)[number]>[] = [
    {
      key: "clock",
      title: text("dashboard:clocks.clock"),
      card: "title",
      render: ({ clock }) => text(`figures:${clock}.name`),
    },
    {
      key: "share",
      title: text("dashboard:clocks.share"),
      align: "right",
      card: "aside",
      render: ({ clock, value }) => (
        <Figure
          value={value}
          kind="rate"
          label={text(`figures:${clock}.name`)}
          onDrill={() => onPick({ name: clock })}
        />
      ),
    },
    side("numerator", text("dashboard:clocks.kept")),
    side("denominator", text("dashboard:clocks.due")),
  ];
  return (
    <Panel title={text("dashboard:clocks.title")} intro={text("dashboard:clocks.intro")}>
      <div className={styles.beside}>
        {bars.length > 0 ? (
          <Chart option={option} height={heightOf(bars)} label={text("dashboard:clocks.chart")} />
        ) : null}
        <DataTable
          label={text("dashboard:clocks.title")}
          columns={columns}
          data={wholeList(rows)}
          rowKey={({ clock }) => clock}
        />
      </div>
    </Panel>
  );
}
