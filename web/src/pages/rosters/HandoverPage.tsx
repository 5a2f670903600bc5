import { getRouteApi } from "@tanstack/react-router";
import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useProjectNameInList } from "../../session/useProjectName";
import { EmptyState } from "../../ui/EmptyState";
import { ErrorState } from "../../ui/ErrorState";
import { FactLines } from "../../ui/FactLines";
import { PageHeader } from "../../ui/PageHeader";
import { PageSkeleton } from "../../ui/PageSkeleton";
import { Panel } from "../../ui/Panel";
import { StatusTag } from "../../ui/StatusTag";
import { When } from "../../ui/When";
import { HandoverBar } from "./HandoverBar";
import { HandoverState } from "./HandoverState";
import { OpenWorkItem } from "./OpenWorkItem";
import styles from "./Rosters.module.css";
import type { HandoverDetail } from "./roster";

const route = getRouteApi("/app/handovers/$handoverId");

/** One handover: who gave it and who took it, what was open then and what was said of it. */
export default function HandoverPage() {
  const text = useText();
  const projectName = useProjectNameInList();
  const { handoverId } = route.useParams();
  const query = useQueryOf("GET /handovers/{handoverId}", { handoverId });
  if (query.isPending) return <PageSkeleton />;
  if (query.error) return <ErrorState level={1} error={query.error} onRetry={() => void query.refetch()} />;
  const handover = query.data;
  const { rosterName, projectId, state, items, givenAt } = handover;
  return (
    <>
      <PageHeader
        back="/rosters"
        title={
          <span className={styles.title}>
            {rosterName} <HandoverState state={state} />
          </span>
        }
        subtitle={projectName(projectId)}
      />
      <Facts handover={handover} />
      <Panel title={text("rosters:give.open", { count: items.length })}>
        {items.length === 0 ? <EmptyState title={text("rosters:give.nothing")} /> : null}
        <ul className={styles.list}>
          {items.map((item) => (
            <OpenWorkItem key={`${item.ticketId}-${item.order ?? 0}`} work={item} at={givenAt}>
              {item.note ? <p className={styles.note}>{item.note}</p> : null}
              {item.became ? (
                <p>
                  <StatusTag tone={item.became === "moved" ? "good" : "neutral"}>
                    {text(`rosters:became.${item.became}`)}
                  </StatusTag>
                </p>
              ) : null}
            </OpenWorkItem>
          ))}
        </ul>
      </Panel>
      <HandoverBar handover={handover} />
    </>
  );
}

function Facts({ handover }: { handover: HandoverDetail }) {
  const text = useText();
  const { shiftName, shiftDate, fromName, givenAt, toName, takenAt, withdrawnAt, note } = handover;
  return (
    <Panel title={text("rosters:field.handover")}>
      <FactLines
        facts={[
          [text("rosters:field.shift"), shiftName ? [shiftDate, shiftName].join(" ") : null],
          [
            text("rosters:field.from"),
            <span key="from">
              {fromName} · <When at={givenAt} />
            </span>,
          ],
          [
            text("rosters:field.to"),
            toName && takenAt ? (
              <span key="to">
                {toName} · <When at={takenAt} />
              </span>
            ) : null,
          ],
          [text("rosters:state.withdrawn"), withdrawnAt ? <When key="back" at={withdrawnAt} /> : null],
          [text("rosters:field.note"), note],
        ]}
      />
    </Panel>
  );
}
