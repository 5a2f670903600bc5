import type { Key } from "react";
import styles from "./CardList.module.css";
import type { Column } from "./DataTable";

interface CardListProps<T> {
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T) => Key;
}

/** The rows of a table as cards, for narrow screens. */
export function CardList<T extends object>({ columns, rows, rowKey }: CardListProps<T>) {
  const at = (place: NonNullable<Column<T>["card"]>) =>
    columns.filter((column) => (column.card ?? "line") === place);
  const [titles, asides, lines] = [at("title"), at("aside"), at("line")];
  return (
    <ul className={styles.cards}>
      {rows.map((row) => (
        <li key={rowKey(row)} className={styles.card}>
          <div className={styles.head}>
            <div className={styles.title}>
              {titles.map((column) => (
                <div key={column.key}>{column.render(row)}</div>
              ))}
            </div>
            <div className={styles.aside}>
              {asides.map((column) => (
                <div key={column.key}>{column.render(row)}</div>
              ))}
            </div>
          </div>
          {lines.length > 0 ? (
            <dl className={styles.lines}>
              {lines.map((column) => (
                <div key={column.key} className={styles.line}>
                  <dt>{column.title}</dt>
                  <dd>{column.render(row)}</dd>
                </div>
              ))}
            </dl>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
