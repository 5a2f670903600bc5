import { Link } from "@tanstack/react-router";
import { type ItemOf, usePagesOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { type Column, DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { When } from "../../ui/When";
import styles from "./Import.module.css";
import { ImportState } from "./ImportState";

type Row = ItemOf<"GET /imports">;

/** The imports there were, newest first, those not yet started among them. */
export function EarlierImports() {
  const text = useText();
  const data = usePagesOf("GET /imports", { limit: 20 });
  const columns: Column<Row>[] = [
    {
      key: "file",
      title: text("import:list.file"),
      card: "title",
      render: (row) => (
        <Link to="/import/$importId" params={{ importId: row.importId }} className={styles.name}>
          {row.fileName}
        </Link>
      ),
    },
    { key: "kind", title: text("import:list.kind"), render: (row) => text(`import:kind.${row.kind}`) },
    {
      key: "state",
      title: text("import:list.state"),
      card: "aside",
      render: (row) => <ImportState state={row.state} />,
    },
    { key: "rows", title: text("import:list.rows"), align: "right", render: (row) => row.progress.total },
    { key: "refused", title: text("import:list.refused"), align: "right", render: refusedOf },
    { key: "by", title: text("import:list.by"), render: (row) => row.createdByName },
    { key: "at", title: text("import:list.at"), render: (row) => <When at={row.createdAt} /> },
  ];
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{text("import:list.title")}</h2>
      <DataTable
        label={text("import:list.title")}
        columns={columns}
        data={data}
        rowKey={(row) => row.importId}
        empty={<EmptyState title={text("import:list.empty")}>{text("import:list.emptyHint")}</EmptyState>}
      />
    </section>
  );
}

// Before the start nothing has been refused for good: the matching may still change.
const refusedOf = (row: Row) => (row.state === "preview" ? "" : row.progress.refused);
