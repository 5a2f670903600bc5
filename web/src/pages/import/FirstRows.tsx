import { useTranslation } from "react-i18next";
import { wholeList } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useNarrow } from "../../theme/useNarrow";
import { type Column, DataTable } from "../../ui/DataTable";
import { Money } from "../../ui/Money";
import { formatArea } from "./area";
import styles from "./Import.module.css";
import type { Preview } from "./useImport";

type House = Preview["houses"][number];
type Arrears = Preview["arrears"][number];

const keyOfRow = ({ sheet, row }: { sheet: string; row: number }) => `${row} ${sheet}`;

/** The first good rows as they would be taken in: cleaned, put together, in our own terms. */
export function FirstRows({ preview }: { preview: Preview }) {
  const text = useText();
  const label = text("import:first.title");
  const houses = useHouseColumns();
  const arrears = useArrearsColumns();
  const shown = useNarrow() ? 4 : 10;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{label}</h2>
      {preview.houses.length > 0 ? (
        <DataTable
          label={label}
          columns={houses}
          data={wholeList(preview.houses.slice(0, shown))}
          rowKey={keyOfRow}
        />
      ) : (
        <DataTable
          label={label}
          columns={arrears}
          data={wholeList(preview.arrears.slice(0, shown))}
          rowKey={keyOfRow}
        />
      )}
    </section>
  );
}

function useHouseColumns(): Column<House>[] {
  const text = useText();
  const { i18n } = useTranslation();
  const none = text("common:none");
  return [
    { key: "row", title: text("import:row"), align: "right", card: "aside", render: (row) => row.row },
    { key: "project", title: text("import:first.project"), render: (row) => row.project },
    { key: "code", title: text("import:first.house"), card: "title", render: (row) => row.code },
    {
      key: "area",
      title: text("import:first.area"),
      align: "right",
      render: (row) => formatArea(row.areaHundredths, i18n.language),
    },
    { key: "handover", title: text("import:first.handover"), render: (row) => row.handoverDate ?? none },
    {
      key: "occupancy",
      title: text("import:first.occupancy"),
      render: (row) => (row.occupancy ? text(`import:occupancy.${row.occupancy}`) : none),
    },
    { key: "people", title: text("import:first.people"), render: (row) => <People people={row.people} /> },
    { key: "care", title: text("import:first.keyCare"), render: (row) => row.keyCare ?? none },
  ];
}

function People({ people }: Pick<House, "people">) {
  const text = useText();
  if (people.length === 0) return text("common:none");
  return (
    <ul className={styles.people}>
      {people.map(({ name, phone, email, as }) => (
        <li key={`${as}${name}${phone}`}>
          {name}{" "}
          <small className={styles.soft}>
            {[text(`import:tie.${as}`), phone, email].filter(Boolean).join(" · ")}
          </small>
        </li>
      ))}
    </ul>
  );
}

function useArrearsColumns(): Column<Arrears>[] {
  const text = useText();
  return [
    { key: "row", title: text("import:row"), align: "right", card: "aside", render: (row) => row.row },
    { key: "project", title: text("import:first.project"), render: (row) => row.project },
    { key: "house", title: text("import:first.house"), card: "title", render: (row) => row.house },
    { key: "item", title: text("import:first.item"), render: (row) => row.item },
    { key: "period", title: text("import:first.period"), render: (row) => row.period },
    {
      key: "due",
      title: text("import:first.due"),
      align: "right",
      render: (row) => <Money fen={row.dueFen} />,
    },
    {
      key: "paid",
      title: text("import:first.paid"),
      align: "right",
      render: (row) => <Money fen={row.paidFen} />,
    },
    {
      key: "outstanding",
      title: text("import:first.outstanding"),
      align: "right",
      render: (row) => <Money fen={row.outstandingFen} />,
    },
  ];
}
