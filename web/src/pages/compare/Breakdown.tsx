import type { FigureName } from "@frontdesk/core/figure/words/words";
import { useTranslation } from "react-i18next";
import { wholeList } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { type Column, DataTable } from "../../ui/DataTable";
import { formatFigure } from "../../ui/format";
import { FigureCell } from "./FigureCell";
import { type Comparison, isRate, type ProjectRow, type RateName, rateOf, unitOf } from "./figures";

interface BreakdownProps {
  data: Comparison;
  name: FigureName;
  onDrill: (projectId: string) => void;
}

/** The number of all together, project by project. */
export function Breakdown({ data, name, onDrill }: BreakdownProps) {
  const text = useText();
  const { i18n } = useTranslation();
  const side = (key: "numerator" | "denominator", rateName: RateName): Column<ProjectRow> => ({
    key,
    title: text(`figures:${rateName}.${key}`),
    align: "right",
    render: (row) => {
      const rate = rateOf(row, rateName);
      return rate ? formatFigure(rate[key], unitOf(rateName), i18n.language) : text("common:none");
    },
  });
  const columns: Column<ProjectRow>[] = [
    { key: "project", title: text("common:shell.project"), card: "title", render: (row) => row.name },
    ...(isRate(name) ? [side("numerator", name), side("denominator", name)] : []),
    {
      key: "figure",
      title: text(`figures:${name}.name`),
      align: "right",
      card: "aside",
      render: (row) => <FigureCell row={row} name={name} onDrill={() => onDrill(row.projectId)} />,
    },
  ];
  return (
    <DataTable
      label={text("compare:drill.byProject")}
      columns={columns}
      data={wholeList(data.projects)}
      rowKey={(row) => row.projectId}
    />
  );
}
