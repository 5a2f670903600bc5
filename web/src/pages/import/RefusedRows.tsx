import { DownloadOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { downloadOf } from "../../api/client";
import { wholeList } from "../../api/useQueryOf";
import { currentLocale } from "../../i18n/locale";
import { useText } from "../../i18n/useText";
import { type Column, DataTable } from "../../ui/DataTable";
import { useTellFailure } from "../../ui/useTellFailure";
import styles from "./Import.module.css";
import type { ImportView } from "./useImport";
import { useWords } from "./useWords";

type Problem = ImportView["problems"][number];

interface RefusedRowsProps {
  view: ImportView;
  refused: number;
  /** So many are listed at most. */
  most?: number;
}

/** The rows that are not taken in: where, what and why; all of them as a file to be corrected and sent again. */
export function RefusedRows({ view, refused, most = 100 }: RefusedRowsProps) {
  const text = useText();
  const columns = useColumns(view);
  const rows = view.problems.slice(0, most);
  if (refused === 0) return null;
  const label = text("import:refused.title", { count: refused });
  return (
    <section className={styles.section}>
      <div className={styles.bar}>
        <h2 className={styles.heading}>{label}</h2>
        {view.fileGone ? null : <Download importId={view.importId} />}
      </div>
      <p className={styles.soft}>
        {view.fileGone ? text("import:refused.fileGone") : text("import:refused.hint")}
        {refused > rows.length ? ` ${text("import:refused.first", { count: rows.length })}` : ""}
      </p>
      <DataTable label={label} columns={columns} data={wholeList(rows)} rowKey={(row) => row.n} />
    </section>
  );
}

function Download({ importId }: { importId: string }) {
  const text = useText();
  const tellFailure = useTellFailure();
  const download = useMutation({
    mutationFn: () => downloadOf("GET /imports/{importId}/refused", { importId, locale: currentLocale() }),
    onError: tellFailure,
  });
  return (
    <Button icon={<DownloadOutlined />} loading={download.isPending} onClick={() => download.mutate()}>
      {text("import:refused.download")}
    </Button>
  );
}

function useColumns(view: ImportView): Column<Problem>[] {
  const text = useText();
  const words = useWords();
  const columnName = (column: string) =>
    words(
      view.fields.find((one) => one.field === column),
      column,
    );
  return [
    { key: "sheet", title: text("import:refused.sheet"), render: (row) => row.sheet || text("common:none") },
    { key: "row", title: text("import:row"), align: "right", card: "aside", render: (row) => row.row },
    { key: "house", title: text("import:first.house"), render: (row) => row.house ?? text("common:none") },
    {
      key: "column",
      title: text("import:refused.column"),
      render: (row) => (row.column ? columnName(row.column) : text("common:none")),
    },
    {
      key: "reason",
      title: text("import:refused.reason"),
      card: "title",
      render: (row) => (
        <span className={styles.reason}>
          {words(view.words[row.reason], row.reason)}
          {row.more > 0 ? <small>{text("import:refused.more", { count: row.more })}</small> : null}
        </span>
      ),
    },
    {
      key: "value",
      title: text("import:refused.value"),
      render: (row) => (row.value ? <code className={styles.value}>{row.value}</code> : text("common:none")),
    },
  ];
}
