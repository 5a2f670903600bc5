import { useMemo } from "react";
import type { OutputOf } from "../../api/contract";
import { useQueryOf, wholeList } from "../../api/useQueryOf";
import type { Text } from "../../i18n/text";
import { useText } from "../../i18n/useText";
import { useNarrow } from "../../theme/useNarrow";
import { Chart } from "../../ui/Chart";
import { Count } from "../../ui/Count";
import { type Column, DataTable } from "../../ui/DataTable";
import { ErrorState } from "../../ui/ErrorState";
import { PageSkeleton } from "../../ui/PageSkeleton";
import { Panel } from "../../ui/Panel";
import { barsOf } from "./bars";
import { Drivers } from "./Drivers";
import { channels, type QuestionKey, questionKeys, stages } from "./figures";
import { Part } from "./Part";
import { Answers, Satisfied, Score } from "./Satisfied";
import styles from "./Surveys.module.css";

type Detail = OutputOf<"GET /campaigns/{campaignId}/projects/{projectId}">;
type Row = Detail["questions"]["overall"] & { key: QuestionKey };

/** One project's questions: each with its satisfied rate, as bars and as a table, then by channel and owner stage. */
export function Questions({ campaignId, projectId }: { campaignId: string; projectId: string }) {
  const text = useText();
  const query = useQueryOf("GET /campaigns/{campaignId}/projects/{projectId}", { campaignId, projectId });
  if (query.isPending) return <PageSkeleton />;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const rows: Row[] = questionKeys.map((key) => ({ key, ...query.data.questions[key] }));
  return (
    <>
      {rows.some((row) => row.visibility === "shown") ? (
        <Panel title={text("surveys:chart.title")} intro={text("surveys:chart.intro")}>
          <Bars rows={rows} name={query.data.name} />
        </Panel>
      ) : null}
      <section className={styles.section}>
        <DataTable
          label={text("surveys:byQuestion")}
          columns={questionColumns(text)}
          data={wholeList(rows)}
          rowKey={(row) => row.key}
        />
        <p className={styles.note}>{text("surveys:hiddenWhy")}</p>
      </section>
      <div className={styles.section}>
        <Drivers drivers={query.data.drivers} name={query.data.name} />
      </div>
      <Part title={text("surveys:byChannel")}>
        <DataTable
          label={text("surveys:byChannel")}
          columns={[
            nameColumn(text),
            ...channels.map((channel) =>
              partColumn(channel, text(`surveys:channel.${channel}`), (row) => row.channels[channel]),
            ),
          ]}
          data={wholeList(rows)}
          rowKey={(row) => row.key}
        />
      </Part>
      <Part title={text("surveys:byStage")}>
        <DataTable
          label={text("surveys:byStage")}
          columns={[
            nameColumn(text),
            ...stages.map((stage) =>
              partColumn(stage, text(`surveys:stage.${stage}`), (row) => row.stages[stage]),
            ),
          ]}
          data={wholeList(rows)}
          rowKey={(row) => row.key}
        />
      </Part>
    </>
  );
}

function Bars({ rows, name }: { rows: readonly Row[]; name: string }) {
  const text = useText();
  const narrow = useNarrow();
  const option = useMemo(
    () =>
      barsOf(
        rows.map((row) => ({ name: text(`surveys:question.${row.key}`), figure: row })),
        narrow,
      ),
    [rows, text, narrow],
  );
  return <Chart option={option} label={text("surveys:chart.label", { name })} height={360} />;
}

const nameColumn = (text: Text): Column<Row> => ({
  key: "question",
  title: text("surveys:field.question"),
  card: "title",
  render: (row) => text(`surveys:question.${row.key}`),
});

const partColumn = (
  key: string,
  title: string,
  partOf: (row: Row) => Row["channels"]["link"],
): Column<Row> => ({
  key,
  title,
  align: "right",
  render: (row) => <Satisfied figure={partOf(row)} label={title} />,
});

const questionColumns = (text: Text): Column<Row>[] => [
  nameColumn(text),
  {
    key: "satisfied",
    title: text("surveys:field.satisfied"),
    align: "right",
    render: (row) => <Satisfied figure={row} label={text(`surveys:question.${row.key}`)} />,
  },
  {
    key: "score",
    title: text("surveys:field.score"),
    align: "right",
    render: (row) => <Score figure={row} label={text("surveys:field.score")} />,
  },
  {
    key: "answers",
    title: text("surveys:field.answers"),
    align: "right",
    render: (row) => <Answers figure={row} />,
  },
  {
    key: "na",
    title: text("surveys:field.notApplicable"),
    align: "right",
    render: (row) => <Count of={row.notApplicable} />,
  },
];
