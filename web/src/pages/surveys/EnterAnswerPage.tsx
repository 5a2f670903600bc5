import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Alert } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OutputOf } from "../../api/contract";
import { ApiError } from "../../api/error";
import { useQueryOf } from "../../api/useQueryOf";
import { FindBox } from "../../find/FindBox";
import { useText } from "../../i18n/useText";
import { ErrorState } from "../../ui/ErrorState";
import { PageHeader } from "../../ui/PageHeader";
import { PageSkeleton } from "../../ui/PageSkeleton";
import { Panel } from "../../ui/Panel";
import { AnswerForm } from "./AnswerForm";
import styles from "./Surveys.module.css";

const route = getRouteApi("/app/surveys/$campaignId/answer");

/** Enters what a household said by phone, in an interview or on paper; one after the other. */
export default function EnterAnswerPage() {
  const text = useText();
  const { i18n } = useTranslation();
  const navigate = useNavigate();
  const { campaignId } = route.useParams();
  const { house } = route.useSearch();
  const [done, setDone] = useState<OutputOf<"POST /campaigns/{campaignId}/answers"> | null>(null);
  const campaign = useQueryOf("GET /campaigns/{campaignId}", { campaignId }, { staleMs: 60_000 });
  const goTo = (houseId?: string) =>
    void navigate({ to: "/surveys/$campaignId/answer", params: { campaignId }, search: { house: houseId } });
  const state = campaign.data?.state;
  const takesNone = state === "draft" || state === "closed";
  if (campaign.error) return <ErrorState level={1} error={campaign.error} />;
  return (
    <>
      <PageHeader
        back={`/surveys/${campaignId}` as "/surveys/$campaignId"}
        title={text("surveys:enter.title")}
        subtitle={campaign.data?.title[i18n.language === "en" ? "en" : "zh-CN"]}
      />
      {done && !house ? (
        <div className={styles.gap} role="status">
          <Alert
            type="success"
            showIcon
            title={text("surveys:enter.done", { house: done.houseCode })}
            description={
              done.replaced
                ? text("surveys:enter.replaced", { channel: text(`surveys:channel.${done.replaced}`) })
                : undefined
            }
          />
        </div>
      ) : null}
      {takesNone ? (
        <Alert type="warning" showIcon className={styles.gap} title={text("surveys:enter.closed")} />
      ) : null}
      {house && !takesNone ? (
        <Household
          key={house}
          campaignId={campaignId}
          houseId={house}
          onOther={goTo}
          onDone={(answer) => {
            setDone(answer);
            goTo();
          }}
        />
      ) : null}
      {house || takesNone ? null : (
        <Panel width="form" title={text("surveys:enter.who")} intro={text("surveys:enter.whoHint")}>
          <FindBox autoFocus onPick={(hit) => goTo(hit.houseId)} />
        </Panel>
      )}
    </>
  );
}

interface HouseholdProps {
  campaignId: string;
  houseId: string;
  /** To another house, or to the search for one. */
  onOther: (houseId?: string) => void;
  onDone: (answer: OutputOf<"POST /campaigns/{campaignId}/answers">) => void;
}

function Household({ campaignId, houseId, onOther, onDone }: HouseholdProps) {
  const text = useText();
  const household = useQueryOf("GET /campaigns/{campaignId}/houses/{houseId}", { campaignId, houseId });
  const questionnaire = useQueryOf("GET /questionnaire", {}, { staleMs: 3_600_000 });
  const failed = household.error ?? questionnaire.error;
  if (failed instanceof ApiError && failed.kind === "notFound") {
    return (
      <Panel width="form" title={text("surveys:enter.who")}>
        <Alert type="warning" showIcon className={styles.gap} title={text("surveys:enter.notAsked")} />
        <FindBox autoFocus onPick={(hit) => onOther(hit.houseId)} />
      </Panel>
    );
  }
  if (failed) {
    return (
      <ErrorState
        error={failed}
        onRetry={() => void Promise.all([household.refetch(), questionnaire.refetch()])}
      />
    );
  }
  if (!household.data || !questionnaire.data) return <PageSkeleton />;
  return (
    <AnswerForm
      campaignId={campaignId}
      household={household.data}
      questionnaire={questionnaire.data}
      onOther={() => onOther()}
      onDone={onDone}
    />
  );
}
