import { useTranslation } from "react-i18next";
import { wholeList } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { type Column, DataTable } from "../../ui/DataTable";
import { Money } from "../../ui/Money";
import { formatArea } from "./area";
import styles from "./Import.module.css";
import type { ImportKind, ImportView } from "./useImport";

type Result = ImportView["results"][number];
type Threefold = NonNullable<Result["houses"]>;

/** What each project of the file came to: created, updated, unchanged. */
export function Results({ kind, results }: { kind: ImportKind; results: readonly Result[] }) {
  const text = useText();
  const own = useColumns(kind);
  const columns: Column<Result>[] = [
    {
      key: "project",
      title: text("import:first.project"),
      card: "title",
      render: (row) => (
        <>
          {row.name}{" "}
          {row.projectId ? null : <small className={styles.soft}>{text("import:target.skip")}</small>}
        </>
      ),
    },
    ...own,
    { key: "refused", title: text("import:result.refused"), align: "right", render: (row) => row.refused },
  ];
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{text("import:result.title")}</h2>
      <DataTable
        label={text("import:result.title")}
        columns={columns}
        data={wholeList(results)}
        rowKey={(row) => row.name}
      />
    </section>
  );
}

function useColumns(kind: ImportKind): Column<Result>[] {
  const text = useText();
  const { i18n } = useTranslation();
  const plain = (value: number) => new Intl.NumberFormat(i18n.language).format(value);
  const area = (value: number) => formatArea(value, i18n.language);
  if (kind === "houses") {
    return [
      {
        key: "houses",
        title: text("import:result.houses"),
        render: (row) => <Three of={row.houses} as={plain} />,
      },
      {
        key: "people",
        title: text("import:result.people"),
        render: (row) => <Three of={row.people} as={plain} />,
      },
      {
        key: "area",
        title: text("import:result.area"),
        render: (row) => <Three of={row.areaHundredths} as={area} />,
      },
    ];
  }
  return [
    {
      key: "bills",
      title: text("import:result.bills"),
      render: (row) => <Bills of={row.arrears} as={plain} />,
    },
    {
      key: "due",
      title: text("import:first.due"),
      align: "right",
      render: (row) => <Money fen={row.arrears?.dueFen ?? null} />,
    },
    {
      key: "paid",
      title: text("import:first.paid"),
      align: "right",
      render: (row) => <Money fen={row.arrears?.paidFen ?? null} />,
    },
    {
      key: "outstanding",
      title: text("import:first.outstanding"),
      align: "right",
      render: (row) => <Money fen={row.arrears?.outstandingFen ?? null} />,
    },
  ];
}

interface ThreeProps<T> {
  of: T | undefined;
  as: (value: number) => string;
}

function Three({ of, as }: ThreeProps<Threefold>) {
  return <Parts parts={["created", "updated", "unchanged"]} of={of} as={as} />;
}

function Bills({ of, as }: ThreeProps<NonNullable<Result["arrears"]>>) {
  return <Parts parts={["created", "unchanged"]} of={of} as={as} />;
}

type Part = "created" | "updated" | "unchanged";

function Parts<P extends Part>({ parts, of, as }: ThreeProps<Record<P, number>> & { parts: readonly P[] }) {
  const text = useText();
  if (!of) return text("common:none");
  return (
    <ul className={`${styles.three} fd-number`}>
      {parts.map((part) => (
        <li key={part} className={of[part] === 0 ? styles.soft : ""}>
          {text(`import:result.${part}`, { value: as(of[part]) })}
        </li>
      ))}
    </ul>
  );
}
