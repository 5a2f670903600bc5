import { Link } from "@tanstack/react-router";
import { wholeList } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { Count } from "../../ui/Count";
import { type Column, DataTable } from "../../ui/DataTable";
import { Figure } from "../../ui/Figure";
import { type CampaignDetail, type ProjectResult, rateOf } from "./figures";
import { Answers, Satisfied, Score } from "./Satisfied";
import styles from "./Surveys.module.css";

type Row = Omit<ProjectResult, "projectId"> & { projectId?: string };

/** The overall question, project beside project, all of them together last. */
export function ProjectTable({ campaign }: { campaign: CampaignDetail }) {
  const text = useText();
  const { campaignId, projects, total } = campaign;
  const whole: Row[] = total && projects.length > 1 ? [{ ...total, name: text("surveys:total") }] : [];
  const columns: Column<Row>[] = [
    {
      key: "name",
      title: text("surveys:field.project"),
      card: "title",
      render: ({ projectId, name }) =>
        projectId ? (
          <Link
            to="/surveys/$campaignId"
            params={{ campaignId }}
            search={{ project: projectId }}
            resetScroll={false}
          >
            {name}
          </Link>
        ) : (
          <strong>{name}</strong>
        ),
    },
    {
      key: "response",
      title: text("surveys:field.response"),
      align: "right",
      render: ({ households }) => (
        <span>
          <Figure value={rateOf(households.response)} kind="rate" label={text("surveys:field.response")} />{" "}
          <span className={styles.soft}>
            <Count of={households.answered} /> / <Count of={households.invited - households.undeliverable} />
          </span>
        </span>
      ),
    },
    {
      key: "satisfied",
      title: text("surveys:field.satisfied"),
      align: "right",
      render: ({ questions, name }) => (
        <Satisfied figure={questions.overall} label={`${name} ${text("surveys:field.satisfied")}`} />
      ),
    },
    {
      key: "score",
      title: text("surveys:field.score"),
      align: "right",
      render: ({ questions, name }) => (
        <Score figure={questions.overall} label={`${name} ${text("surveys:field.score")}`} />
      ),
    },
    {
      key: "answers",
      title: text("surveys:field.answers"),
      align: "right",
      render: ({ questions }) => <Answers figure={questions.overall} />,
    },
    {
      key: "dimensions",
      title: text("surveys:field.dimensionScore"),
      align: "right",
      render: ({ dimensionScore }) => (
        <Figure value={dimensionScore} kind="score" label={text("surveys:field.dimensionScore")} />
      ),
    },
  ];
  return (
    <DataTable
      label={text("surveys:byProject")}
      columns={columns}
      data={wholeList<Row>([...projects, ...whole])}
      rowKey={(row) => row.projectId ?? "total"}
    />
  );
}
