import { Link, useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type ItemOf, usePagesOf } from "../../api/useQueryOf";
import type { Text } from "../../i18n/text";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { useCan } from "../../session/SessionContext";
import { Count } from "../../ui/Count";
import { type Column, DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { Figure } from "../../ui/Figure";
import { PageHeader } from "../../ui/PageHeader";
import { Sheet } from "../../ui/Sheet";
import { CampaignState } from "./CampaignState";
import { rateOf } from "./figures";
import { StartCampaign } from "./StartCampaign";
import styles from "./Surveys.module.css";

type Campaign = ItemOf<"GET /campaigns">;

/** The surveys of the firm, the latest first. */
export default function SurveysPage() {
  const text = useText();
  const { i18n } = useTranslation();
  const navigate = useNavigate();
  const manages = useCan("survey.manage");
  const { projects } = useProjectScope();
  const [starting, setStarting] = useState(false);
  const campaigns = usePagesOf("GET /campaigns", { limit: 20 });
  const names = new Map(projects.map((project) => [project.projectId, project.name]));
  const start = manages ? (
    <Button type="primary" onClick={() => setStarting(true)}>
      {text("surveys:start.title")}
    </Button>
  ) : null;
  return (
    <>
      <PageHeader title={text("nav:surveys")} actions={start} />
      <DataTable
        label={text("nav:surveys")}
        columns={columnsOf(text, i18n.language === "en" ? "en" : "zh-CN", names)}
        data={campaigns}
        rowKey={(campaign) => campaign.campaignId}
        empty={<EmptyState title={text("surveys:none.title")}>{text("surveys:none.body")}</EmptyState>}
      />
      <Sheet open={starting} title={text("surveys:start.title")} onClose={() => setStarting(false)}>
        <StartCampaign
          onDone={({ campaignId }) => void navigate({ to: "/surveys/$campaignId", params: { campaignId } })}
        />
      </Sheet>
    </>
  );
}

const columnsOf = (
  text: Text,
  locale: "zh-CN" | "en",
  names: ReadonlyMap<string, string>,
): Column<Campaign>[] => [
  {
    key: "title",
    title: text("surveys:field.title"),
    card: "title",
    render: ({ campaignId, title }) => (
      <Link to="/surveys/$campaignId" params={{ campaignId }}>
        {title[locale]}
      </Link>
    ),
  },
  {
    key: "state",
    title: text("surveys:field.state"),
    card: "aside",
    render: ({ state }) => <CampaignState state={state} />,
  },
  {
    key: "response",
    title: text("surveys:field.response"),
    align: "right",
    render: ({ households: { answered, invited, undeliverable, response } }) =>
      invited === 0 ? (
        text("common:none")
      ) : (
        <span>
          <Figure value={rateOf(response)} kind="rate" label={text("surveys:field.response")} />{" "}
          <span className={styles.soft}>
            <Count of={answered} /> / <Count of={invited - undeliverable} />
          </span>
        </span>
      ),
  },
  {
    key: "invited",
    title: text("surveys:field.invited"),
    align: "right",
    render: ({ households }) => <Count of={households.invited} />,
  },
  {
    key: "undeliverable",
    title: text("surveys:field.undeliverable"),
    align: "right",
    render: ({ households }) => <Count of={households.undeliverable} />,
  },
  {
    key: "projects",
    title: text("surveys:field.projects"),
    render: ({ projectIds }) =>
      projectIds.length > 3
        ? text("surveys:projectCount", { count: projectIds.length })
        : projectIds.map((id) => names.get(id)).join(text("surveys:listSeparator")),
  },
  {
    key: "opens",
    title: text("surveys:field.opensOn"),
    render: ({ opensOn }) => <span className="fd-number">{opensOn}</span>,
  },
  {
    key: "closes",
    title: text("surveys:field.closesOn"),
    render: ({ closesOn }) => <span className="fd-number">{closesOn}</span>,
  },
];
