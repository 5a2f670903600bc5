import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { Alert, Button } from "antd";
import { useState } from "react";
import { useCommand } from "../../api/useCommand";
import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useCan } from "../../session/SessionContext";
import { useProjectNameInList } from "../../session/useProjectName";
import { ErrorState } from "../../ui/ErrorState";
import { PageHeader } from "../../ui/PageHeader";
import { PageSkeleton } from "../../ui/PageSkeleton";
import { Panel } from "../../ui/Panel";
import { Sheet } from "../../ui/Sheet";
import { useConfirm } from "../../ui/useConfirm";
import { Handovers } from "./Handovers";
import { OnDuty } from "./OnDuty";
import { RosterForm } from "./RosterForm";
import styles from "./Rosters.module.css";
import type { RosterDetail } from "./roster";
import { Week } from "./Week";

const route = getRouteApi("/app/rosters/$rosterId");

/** One roster: who is on duty, the week's plan, and how shifts were handed over. */
export default function RosterPage() {
  const { rosterId } = route.useParams();
  const [from, setFrom] = useState<string>();
  const query = useQueryOf("GET /rosters/{rosterId}", { rosterId, from });
  const text = useText();
  const projectName = useProjectNameInList();
  if (query.isPending) return <PageSkeleton />;
  if (query.error) return <ErrorState level={1} error={query.error} onRetry={() => void query.refetch()} />;
  const roster = query.data;
  return (
    <>
      <PageHeader
        back="/rosters"
        title={roster.name}
        subtitle={[projectName(roster.projectId), text(`tickets:trade.${roster.trade}`)]
          .filter(Boolean)
          .join(" · ")}
        actions={<Deeds roster={roster} />}
      />
      <Panel title={text("rosters:field.now")}>
        <OnDuty duties={roster.now} />
        <HandOver roster={roster} />
      </Panel>
      <Week roster={roster} onMove={setFrom} />
      <Handovers rosterId={rosterId} />
    </>
  );
}

/** The way to hand the shift over, or to the handover that waits for its taker. */
function HandOver({ roster: { rosterId, handoverId } }: { roster: RosterDetail }) {
  const text = useText();
  const works = useCan("ticket.work");
  if (handoverId)
    return (
      <Alert
        type="warning"
        showIcon
        className={styles.over}
        title={text("rosters:underWay")}
        action={
          <Link to="/handovers/$handoverId" params={{ handoverId }} className="fd-button-link">
            {text("rosters:open")}
          </Link>
        }
      />
    );
  return works ? (
    <p className={styles.over}>
      <Link to="/rosters/$rosterId/handover" params={{ rosterId }} className="fd-button-link fd-primary">
        {text("rosters:handOver")}
      </Link>
    </p>
  ) : null;
}

/** To change or remove the roster, for who plans. */
function Deeds({ roster }: { roster: RosterDetail }) {
  const text = useText();
  const navigate = useNavigate();
  const ask = useConfirm();
  const [changing, setChanging] = useState(false);
  const remove = useCommand("DELETE /rosters/{rosterId}", {
    changes: ["GET /rosters"],
    onSuccess: () => navigate({ to: "/rosters" }),
  });
  if (!useCan("ticket.dispatch")) return null;
  const { rosterId, name } = roster;
  async function drop() {
    const question = { title: text("rosters:removeTitle", { name }), body: text("rosters:removeBody") };
    if (await ask({ ...question, action: text("rosters:remove"), danger: true })) remove.mutate({ rosterId });
  }
  return (
    <>
      <Button onClick={() => setChanging(true)}>{text("rosters:change")}</Button>
      <Button loading={remove.isPending} onClick={() => void drop()}>
        {text("rosters:remove")}
      </Button>
      <Sheet open={changing} title={text("rosters:change")} onClose={() => setChanging(false)}>
        <RosterForm roster={roster} onDone={() => setChanging(false)} />
      </Sheet>
    </>
  );
}
