import { useTranslation } from "react-i18next";
import { type ItemOf, usePagesOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { type Column, DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { formatFigure } from "../../ui/format";
import styles from "./Compare.module.css";
import { type DrillName, formOf, isRate, unitOf } from "./figures";
import { useSideText } from "./useSideText";

type Correction = ItemOf<"GET /figures/corrections">;
type Sides = Correction["was"];

interface CorrectionsProps {
  projectId: string;
  name: DrillName;
  /** The closed month, "2026-10". */
  month: string;
}

/** What a figure of a closed month has become since, day by day. */
export function Corrections({ projectId, name, month }: CorrectionsProps) {
  const text = useText();
  const data = usePagesOf("GET /figures/corrections", { projectId, figure: name, month, limit: 50 });
  const side = (key: "was" | "is"): Column<Correction> => ({
    key,
    title: text(`compare:closing.${key}`),
    align: "right",
    render: (row) => <Value name={name} sides={row[key]} />,
  });
  const columns: Column<Correction>[] = [
    { key: "on", title: text("compare:closing.on"), card: "title", render: ({ on }) => on },
    side("was"),
    side("is"),
  ];
  return (
    <section className={styles.behind}>
      <div>
        <h3 className={styles.group}>{text("compare:closing.corrections")}</h3>
        <p className={styles.soft}>{text("compare:closing.correctionsIntro")}</p>
      </div>
      <DataTable
        label={text("compare:closing.corrections")}
        columns={columns}
        data={data}
        rowKey={(row) => row.on}
        empty={<EmptyState title={text("compare:closing.none")} />}
      />
    </section>
  );
}

/** A figure from its two sides, and what it is made of beneath. */
function Value({ name, sides }: { name: DrillName; sides: Sides }) {
  const text = useText();
  const { i18n } = useTranslation();
  const made = useSideText();
  if (!isRate(name)) return formatFigure(sides.numerator, "count", i18n.language);
  if (sides.denominator <= 0) return text("common:none");
  return (
    <>
      {formatFigure(sides.numerator / sides.denominator, formOf(name), i18n.language)}
      <small className={styles.note}>{made(sides, unitOf(name))}</small>
    </>
  );
}
