import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { OutputOf } from "../../api/contract";
import { useText } from "../../i18n/useText";
import { useNow } from "../../ui/useNow";
import { DueClock } from "../tickets/DueClock";
import { OrderState } from "../tickets/OrderState";
import { TicketKind } from "../tickets/TicketKind";
import styles from "./Rosters.module.css";

export type OpenWork = OutputOf<"GET /rosters/{rosterId}/open-work">["items"][number];

interface OpenWorkItemProps {
  work: OpenWork;
  /** Its clock as it stands, or as it stood then. */
  at?: string;
  children?: ReactNode;
}

const soonMs = 3_600_000;

/** One piece of open work: what and where, who has it, and until when. */
export function OpenWorkItem({ work, at, children }: OpenWorkItemProps) {
  const text = useText();
  const now = useNow(at === undefined);
  const leftMs = Date.parse(work.dueAt) - (at ? Date.parse(at) : now);
  const standing = leftMs < 0 ? "overdue" : leftMs < soonMs ? "soon" : "ample";
  return (
    <li className={styles.work}>
      <div className={styles.line}>
        <Link to="/tickets/$ticketId" params={{ ticketId: work.ticketId }} className="fd-number">
          {work.number}
        </Link>
        <span>{work.houseCode ?? text("tickets:publicArea")}</span>
        <DueClock bare clock={{ which: "completion", dueAt: work.dueAt, leftMs, standing }} />
      </div>
      <p>{work.words}</p>
      <div className={styles.line}>
        <span className={styles.soft}>
          <TicketKind kind={work.kind} category={work.category} urgency={work.urgency} />
        </span>
        {work.orderState ? <OrderState state={work.orderState} /> : null}
        <span className={styles.soft}>
          {work.holderName ?? (work.orderState ? null : text("rosters:toDispatch"))}
        </span>
      </div>
      {children}
    </li>
  );
}
