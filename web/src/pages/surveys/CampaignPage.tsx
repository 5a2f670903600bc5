import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { App, Button, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand";
import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useCan } from "../../session/SessionContext";
import { ErrorState } from "../../ui/ErrorState";
import { PageHeader } from "../../ui/PageHeader";
import { PageSkeleton } from "../../ui/PageSkeleton";
import { Panel } from "../../ui/Panel";
import { useConfirm } from "../../ui/useConfirm";
import { CampaignState } from "./CampaignState";
import { Comments } from "./Comments";
import { Drivers } from "./Drivers";
import { type CampaignDetail, householdsOf } from "./figures";
import { ProjectTable } from "./ProjectTable";
import { Questions } from "./Questions";
import { ResponseFigures } from "./ResponseFigures";
import styles from "./Surveys.module.css";
import { Undeliverable } from "./Undeliverable";

const route = getRouteApi("/app/surveys/$campaignId");

/** One survey: how many answered, and how content they are, project beside project. */
export default function CampaignPage() {
  const { campaignId } = route.useParams();
  const query = useQueryOf("GET /campaigns/{campaignId}", { campaignId });
  if (query.isPending) return <PageSkeleton />;
  if (query.error) return <ErrorState level={1} error={query.error} onRetry={() => void query.refetch()} />;
  return <CampaignView campaign={query.data} />;
}

function CampaignView({ campaign }: { campaign: CampaignDetail }) {
  const text = useText();
  const { i18n } = useTranslation();
  const navigate = useNavigate();
  const search = route.useSearch();
  const { campaignId, title, projects } = campaign;
  const project = projects.find((one) => one.projectId === search.project) ?? projects[0];
  return (
    <>
      <PageHeader
        back="/surveys"
        title={title[i18n.language === "en" ? "en" : "zh-CN"]}
        subtitle={
          <>
            <CampaignState state={campaign.state} />{" "}
            {text("surveys:fromTo", { from: campaign.opensOn, to: campaign.closesOn })}
          </>
        }
        actions={<CampaignActions campaign={campaign} />}
      />
      <Panel title={text("surveys:field.response")}>
        <ResponseFigures households={householdsOf(projects)} />
      </Panel>
      <section className={styles.section}>
        <h2>{text("surveys:byProject")}</h2>
        <ProjectTable campaign={campaign} />
      </section>
      {campaign.total && projects.length > 1 ? (
        <div className={styles.section}>
          <Drivers drivers={campaign.total.drivers} name={text("surveys:drivers.of")} />
        </div>
      ) : null}
      {project ? (
        <>
          <div className={styles.choose}>
            <h2>{text("surveys:inDetail")}</h2>
            {projects.length > 1 ? (
              <Select
                aria-label={text("surveys:inDetail")}
                className={styles.select}
                value={project.projectId}
                showSearch={{ optionFilterProp: "label" }}
                options={projects.map((one) => ({ value: one.projectId, label: one.name }))}
                onChange={(projectId) =>
                  void navigate({
                    to: "/surveys/$campaignId",
                    params: { campaignId },
                    search: { project: projectId },
                    replace: true,
                    resetScroll: false,
                  })
                }
              />
            ) : (
              <span>{project.name}</span>
            )}
          </div>
          {project.households.undeliverable > 0 ? (
            <Undeliverable
              key={`undeliverable ${project.projectId}`}
              campaignId={campaignId}
              projectId={project.projectId}
            />
          ) : null}
          <Questions key={project.projectId} campaignId={campaignId} projectId={project.projectId} />
          <div className={styles.section}>
            <Comments campaignId={campaignId} projectId={project.projectId} />
          </div>
        </>
      ) : null}
    </>
  );
}

function CampaignActions({ campaign }: { campaign: CampaignDetail }) {
  const text = useText();
  const { message } = App.useApp();
  const confirm = useConfirm();
  const manages = useCan("survey.manage");
  const enters = useCan("survey.enter");
  const { campaignId, state } = campaign;
  const close = useCommand("POST /campaigns/{campaignId}/close", {
    changes: ["GET /campaigns", "GET /campaigns/{campaignId}"],
    onSuccess: () => void message.success(text("surveys:close.done")),
  });

  async function closeEarly() {
    const question = {
      title: text("surveys:close.title"),
      body: text("surveys:close.body"),
      action: text("surveys:close.action"),
      danger: true,
    };
    if (await confirm(question)) close.mutate({ campaignId });
  }

  return (
    <>
      {enters && (state === "open" || state === "opening") ? (
        <Link to="/surveys/$campaignId/answer" params={{ campaignId }} className="fd-button-link fd-primary">
          {text("surveys:enter.title")}
        </Link>
      ) : null}
      {manages && state !== "closed" ? (
        <Button danger loading={close.isPending} onClick={() => void closeEarly()}>
          {text("surveys:close.action")}
        </Button>
      ) : null}
    </>
  );
}
