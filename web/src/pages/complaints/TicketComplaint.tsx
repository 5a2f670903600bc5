import { Link } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { ErrorState } from "../../ui/ErrorState";
import { FactLines } from "../../ui/FactLines";
import { Panel } from "../../ui/Panel";
import { useMemberNames } from "../settings/useMemberNames";
import type { TicketDetail } from "../tickets/actions";
import { ComplaintBar } from "./ComplaintBar";
import { ComplaintState, ComplaintWeight } from "./ComplaintState";
import styles from "./Complaints.module.css";
import { ComplaintWay } from "./ComplaintWay";
import type { Complaint } from "./complaint";

/** A complaint on its ticket's page: how it stands, whose turn it is, what may be done, and its way so far. */
export function TicketComplaint({ ticket }: { ticket: TicketDetail }) {
  const text = useText();
  const { ticketId } = ticket;
  const query = useQueryOf("GET /tickets/{ticketId}/complaint", { ticketId });
  const complaint = query.data;
  if (!complaint)
    return (
      <Panel title={text("complaints:one")}>
        {query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton active title={false} paragraph={{ rows: 4 }} />
        )}
      </Panel>
    );
  return (
    <Panel
      title={
        <span className={styles.title}>
          {text("complaints:one")} <ComplaintState state={complaint.state} />
          <ComplaintWeight severity={complaint.severity} level={complaint.level} />
        </span>
      }
      intro={text(turnOf(complaint))}
    >
      <ComplaintBar complaint={complaint} ticket={ticket} />
      <Facts complaint={complaint} />
      <ComplaintWay steps={complaint.way} />
    </Panel>
  );
}

/** Whose turn it is, and for what. */
function turnOf({ state, level }: Complaint) {
  const above = level === "headquarters";
  if (state === "proposed") return above ? "complaints:turn.proposedAbove" : "complaints:turn.proposed";
  if (state === "satisfied") return above ? "complaints:turn.satisfiedAbove" : "complaints:turn.satisfied";
  return `complaints:turn.${state}` as const;
}

function Facts({ complaint }: { complaint: Complaint }) {
  const text = useText();
  const { cause, stage, accountability: account, repeats, group, about = [] } = complaint;
  const names = useMemberNames(about);
  const yesOrNo = account?.preventable ? "complaints:preventable.yes" : "complaints:preventable.no";
  return (
    <FactLines
      facts={[
        [text("complaints:field.cause"), cause && text(`complaints:cause.${cause}`)],
        [text("complaints:field.stage"), stage > 1 ? text("complaints:stage", { stage }) : null],
        [
          text("complaints:field.about"),
          about.length > 0
            ? text("complaints:confidential", { names: [...names.values()].join(" · ") })
            : null,
        ],
        [text("complaints:field.group"), group.length > 0 ? <Related key="group" tickets={group} /> : null],
        [
          text("complaints:field.repeats"),
          repeats.length > 0 ? <Related key="repeats" tickets={repeats} /> : null,
        ],
        [text("complaints:field.department"), account && text(`tickets:trade.${account.department}`)],
        [text("complaints:field.reason"), account?.reason],
        [text("complaints:field.preventable"), account && text(yesOrNo)],
        [text("complaints:field.measure"), account?.measure],
      ]}
    />
  );
}

/** Other complaints by their numbers. */
function Related({ tickets }: { tickets: Complaint["group"] }) {
  return tickets.map(({ ticketId, number }) => (
    <Link key={ticketId} to="/tickets/$ticketId" params={{ ticketId }} className={styles.related}>
      {number}
    </Link>
  ));
}
