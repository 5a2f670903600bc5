import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { InputOf } from "../../api/contract";
import { usePagesOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { Chips } from "../../ui/Chips";
import { DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { formatFigure } from "../../ui/format";
import styles from "./Compare.module.css";
import { type DrillName, isRate, unitOf } from "./figures";
import { useRecordColumns } from "./useRecordColumns";

interface RecordsProps {
  projectId: string;
  name: DrillName;
  period: string;
  /** Only those of a part of service: a category, a trade or an hour. */
  within?: Pick<InputOf<"GET /figures/records">, "by" | "part">;
}

const parts = ["all", "numerator", "rest"] as const;
type Part = (typeof parts)[number];

/** The tickets or bills behind a figure, and what they come to together. */
export function Records({ projectId, name, period, within }: RecordsProps) {
  const text = useText();
  const [only, setOnly] = useState<Part>("all");
  const data = usePagesOf("GET /figures/records", {
    projectId,
    figure: name,
    period,
    only,
    ...within,
    limit: 50,
  });
  const columns = useRecordColumns(name);
  const { hasMore, isFetchingNext, more, error } = data;
  const last = data.pages.at(-1);
  // A page may be empty where there is more: the server reads so much at a time.
  const goOn = last?.length === 0 && hasMore && !isFetchingNext && !error;
  useEffect(() => {
    if (goOn) void more();
  }, [goOn, more]);
  return (
    <>
      {isRate(name) ? (
        <Chips<Part>
          label={text("compare:drill.part")}
          value={only}
          options={[
            { value: "all", label: text("compare:drill.all") },
            { value: "numerator", label: text(`figures:${name}.numerator`) },
            { value: "rest", label: text("compare:drill.rest") },
          ]}
          onChange={setOnly}
        />
      ) : null}
      <DataTable
        key={only}
        label={text("compare:drill.records")}
        columns={columns}
        data={data}
        rowKey={(row) => (row.record === "ticket" ? row.ticketId : row.billId)}
        empty={<EmptyState title={text("compare:drill.empty")} />}
      />
      <Sums name={name} rows={data.pages.flat()} complete={!hasMore && !data.isPending} />
    </>
  );
}

interface SumsProps {
  name: DrillName;
  rows: readonly { numerator: number; denominator: number }[];
  complete: boolean;
}

function Sums({ name, rows, complete }: SumsProps) {
  const text = useText();
  const { i18n } = useTranslation();
  if (rows.length === 0) return null;
  const amount = (side: "numerator" | "denominator") =>
    formatFigure(
      rows.reduce((sum, row) => sum + row[side], 0),
      isRate(name) ? unitOf(name) : "count",
      i18n.language,
    );
  return (
    <p role="status" className={styles.sums}>
      <span>
        {text(complete ? "compare:drill.listedAll" : "compare:drill.listed", { count: rows.length })}
      </span>
      {isRate(name) ? (
        <>
          <span>
            {text(`figures:${name}.numerator`)} <strong>{amount("numerator")}</strong>
          </span>
          <span>
            {text(`figures:${name}.denominator`)} <strong>{amount("denominator")}</strong>
          </span>
        </>
      ) : null}
    </p>
  );
}
