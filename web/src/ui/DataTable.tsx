import { Skeleton, Table, type TableColumnType } from "antd";
import type { Key, ReactNode } from "react";
import type { Paged } from "../api/useQueryOf";
import { useText } from "../i18n/useText";
import { useNarrow } from "../theme/useNarrow";
import { CardList } from "./CardList";
import styles from "./DataTable.module.css";
import { EmptyState } from "./EmptyState";
import { ErrorState } from "./ErrorState";
import { Pager } from "./Pager";
import { usePager } from "./usePager";

export interface Column<T> {
  key: string;
  title: string;
  render: (row: T) => ReactNode;
  width?: number | string;
  /** Numbers and money stand right. */
  align?: "left" | "right";
  /** Makes the column sortable; only for lists that are there as a whole. */
  compare?: (a: T, b: T) => number;
  /**
   * Where it goes on a phone's card: its heading, beside the heading, a labelled line (default), or nowhere.
   * A link in the heading opens the whole row or card.
   */
  card?: "title" | "aside" | "line" | "none";
}

interface DataTableProps<T> {
  /** What the list holds, for those who hear it. */
  label: string;
  columns: readonly Column<T>[];
  data: Paged<T>;
  rowKey: (row: T) => Key;
  /** Shown when there are no rows; say why, and what to do. */
  empty?: ReactNode;
}

/** A list of records: a dense table at a desk, cards on a phone, with its loading, empty and error states. */
export function DataTable<T extends object>(props: DataTableProps<T>) {
  const { data, empty } = props;
  const text = useText();
  const narrow = useNarrow();
  const pager = usePager(data);
  const isEmpty = data.pages.every((page) => page.length === 0) && !data.hasMore;

  if (data.isPending && data.pages.length === 0) return <ListSkeleton label={text("common:loading")} />;
  if (data.error && data.pages.length === 0) return <ErrorState error={data.error} onRetry={data.retry} />;
  if (isEmpty) return empty ?? <EmptyState title={text("common:table.empty")} />;
  return (
    <section aria-label={props.label} className={styles.list}>
      {narrow ? (
        <CardList {...props} rows={data.pages.flat()} />
      ) : (
        <WideTable {...props} rows={pager.rows} loading={pager.waiting} />
      )}
      {data.error ? <ErrorState error={data.error} onRetry={data.retry} /> : null}
      <Pager pager={pager} data={data} narrow={narrow} />
    </section>
  );
}

interface WideTableProps<T> extends DataTableProps<T> {
  rows: readonly T[];
  loading: boolean;
}

function WideTable<T extends object>({ columns, rows, rowKey, loading }: WideTableProps<T>) {
  return (
    <Table<T>
      size="small"
      rowKey={rowKey}
      columns={columns.map((column, at) => tableColumn(column, columns[at - 1]))}
      dataSource={[...rows]}
      loading={loading}
      pagination={false}
      scroll={{ x: "max-content" }}
      className={styles.table}
      onRow={() => ({ onClick: (event) => followHeading(event.currentTarget, event.target) })}
    />
  );
}

function tableColumn<T>(column: Column<T>, before: Column<T> | undefined): TableColumnType<T> {
  const { key, title, render, width, align, compare, card } = column;
  const classes = [
    align === "right" ? "fd-number" : null,
    card === "title" ? headingClass : null,
    before?.align === "right" && align !== "right" ? styles.afterNumber : null,
  ];
  return {
    key,
    title,
    width,
    align,
    className: classes.filter(Boolean).join(" ") || undefined,
    sorter: compare,
    render: (_, row) => render(row),
  };
}

const headingClass = "fd-row-heading";

// Links, buttons and fields within a row, and the marking of text, keep their clicks to themselves.
function followHeading(row: HTMLElement, target: EventTarget): void {
  if (target instanceof Element && target.closest("a, button, input, label, select, textarea")) return;
  if (window.getSelection()?.toString()) return;
  row.querySelector<HTMLAnchorElement>(`.${headingClass} a[href]`)?.click();
}

function ListSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-busy className={styles.skeleton}>
      <span className="fd-visually-hidden">{label}</span>
      <Skeleton active title={false} paragraph={{ rows: 8, width: "100%" }} />
    </div>
  );
}
