import type { FigureName } from "@frontdesk/core/figure/words/words";
import { Select } from "antd";
import { useText } from "../../i18n/useText";
import { ClosingMark } from "./ClosingMark";
import styles from "./Compare.module.css";
import type { CompareProps } from "./CompareTable";
import { FigureCell } from "./FigureCell";
import { columnsOf, type Row, sorted } from "./figures";

const byName = "";

/** The comparison for a phone: all together first, then a card for each project. */
export function CompareCards({ data, view, order, onDrill }: CompareProps) {
  const text = useText();
  const names = columnsOf[view];
  const rows = order.name ? sorted(data.projects, order.name, order.direction) : data.projects;
  return (
    <section aria-label={text("compare:table")} className={styles.cards}>
      {data.projects.length > 1 ? (
        <Select<FigureName | "">
          aria-label={text("compare:order.label")}
          value={order.name ?? byName}
          options={[
            { value: byName, label: text("compare:order.byName") },
            ...names.map((name) => ({
              value: name,
              label: text("compare:order.by", { name: text(`figures:${name}.name`) }),
            })),
          ]}
          onChange={(name) => order.by(name === byName ? null : name)}
        />
      ) : null}
      {data.projects.length > 1 ? (
        <Card
          title={text("compare:total")}
          row={data.total}
          names={names}
          onDrill={(name) => onDrill({ projectId: null, name })}
        />
      ) : null}
      {rows.map((row) => (
        <Card
          key={row.projectId}
          title={row.name}
          row={row}
          names={names}
          onDrill={(name) => onDrill({ projectId: row.projectId, name })}
        />
      ))}
    </section>
  );
}

interface CardProps {
  title: string;
  row: Row;
  names: readonly FigureName[];
  onDrill: (name: FigureName) => void;
}

function Card({ title, row, names, onDrill }: CardProps) {
  const text = useText();
  return (
    <article className={styles.card}>
      <h2 className={styles.cardTitle}>{title}</h2>
      <ClosingMark closing={row.closing} />
      <dl className={styles.lines}>
        {names.map((name) => (
          <div key={name} className={styles.line}>
            <dt>{text(`figures:${name}.name`)}</dt>
            <dd>
              <FigureCell row={row} name={name} onDrill={() => onDrill(name)} />
            </dd>
          </div>
        ))}
      </dl>
    </article>
  );
}
