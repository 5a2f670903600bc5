import type { FigureName } from "@frontdesk/core/figure/words/words";
import { ConfigProvider, Table, type TableColumnType, Tooltip } from "antd";
import { useText } from "../../i18n/useText";
import { ClosingMark } from "./ClosingMark";
import styles from "./Compare.module.css";
import type { Drilled } from "./DrillDrawer";
import { FigureCell } from "./FigureCell";
import { bestFirst, type Comparison, columnsOf, type ProjectRow, sorted } from "./figures";
import type { View } from "./search";
import type { Order } from "./useOrder";

export interface CompareProps {
  data: Comparison;
  view: View;
  order: Order;
  onDrill: (drilled: Drilled) => void;
}

/** The height of the bar above every page, under which the headings stay. */
const barHeight = 60;

/** In pixels: as narrow as the longest word of a heading allows, so that ten figures stand on a desk's screen. */
const nameWidth = 120;
const figureWidth = 108;
const otherWidths: Partial<Record<FigureName, number>> = {
  satisfied: 132,
  rank: 104,
  developer: 132,
  created: 84,
  callbackIn24h: 116,
  callbackSatisfied: 112,
  repeatRepair: 90,
  reopened: 100,
};
const widthOf = (name: FigureName) => otherWidths[name] ?? figureWidth;

/** Figures stand closer together than other records. */
const closer = { components: { Table: { cellPaddingInlineSM: 8 } } };

/** Projects as rows, figures as columns, all together beneath. */
export function CompareTable({ data, view, order, onDrill }: CompareProps) {
  const text = useText();
  const names = columnsOf[view];
  const rows = order.name ? sorted(data.projects, order.name, order.direction) : data.projects;
  const column = (name: FigureName): TableColumnType<ProjectRow> => ({
    key: name,
    align: "right",
    width: widthOf(name),
    title: (
      <Tooltip title={text(`figures:${name}.definition`)}>
        <span className={styles.heading}>{text(`figures:${name}.name`)}</span>
      </Tooltip>
    ),
    sorter: true,
    showSorterTooltip: false,
    sortOrder: order.name === name ? order.direction : null,
    sortDirections: bestFirst(name) === "descend" ? ["descend", "ascend"] : ["ascend", "descend"],
    render: (_, row) => (
      <FigureCell row={row} name={name} onDrill={() => onDrill({ projectId: row.projectId, name })} />
    ),
  });
  return (
    <section aria-label={text("compare:table")} className={styles.sheet}>
      <ConfigProvider theme={closer}>
        <Table<ProjectRow>
          size="small"
          rowKey="projectId"
          dataSource={[...rows]}
          pagination={false}
          sticky={{ offsetHeader: barHeight }}
          tableLayout="fixed"
          scroll={{ x: names.reduce((sum, name) => sum + widthOf(name), nameWidth) }}
          columns={[
            {
              key: "project",
              title: text("common:shell.project"),
              fixed: "left",
              width: nameWidth,
              render: Name,
            },
            ...names.map(column),
          ]}
          onChange={(_, __, sorter) => {
            const one = [sorter].flat()[0];
            const name = names.find((each) => each === one?.columnKey);
            order.by(one?.order && name ? name : null, one?.order ?? undefined);
          }}
          summary={() => <Together data={data} names={names} onDrill={onDrill} />}
        />
      </ConfigProvider>
    </section>
  );
}

const Name = (_: unknown, row: ProjectRow) => (
  <>
    <strong className={styles.name}>{row.name}</strong>
    <ClosingMark closing={row.closing} />
  </>
);

interface TogetherProps extends Pick<CompareProps, "data" | "onDrill"> {
  names: readonly FigureName[];
}

function Together({ data, names, onDrill }: TogetherProps) {
  const text = useText();
  if (data.projects.length < 2) return null;
  return (
    <Table.Summary fixed>
      <Table.Summary.Row className={styles.total}>
        <Table.Summary.Cell index={0}>
          <strong>{text("compare:total")}</strong>
          <ClosingMark closing={data.total.closing} />
        </Table.Summary.Cell>
        {names.map((name, index) => (
          <Table.Summary.Cell key={name} index={index + 1} align="right">
            <FigureCell row={data.total} name={name} onDrill={() => onDrill({ projectId: null, name })} />
          </Table.Summary.Cell>
        ))}
      </Table.Summary.Row>
    </Table.Summary>
  );
}
