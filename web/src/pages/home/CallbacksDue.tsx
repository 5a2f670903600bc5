import { Link } from "@tanstack/react-router";
import { useQueryOf } from "../../api/useQueryOf";
import { PhoneLink } from "../../find/PhoneLink";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { useProjectNameInList } from "../../session/useProjectName";
import { useNow } from "../../ui/useNow";
import { callbackClock } from "../tickets/clock";
import { DueClock } from "../tickets/DueClock";
import styles from "./Today.module.css";
import { WorkPanel } from "./WorkPanel";

/** Whom to call back next, one's own work left to others. */
export function CallbacksDue() {
  const text = useText();
  const now = useNow(true);
  const { projectId } = useProjectScope();
  const projectName = useProjectNameInList();
  const due = useQueryOf("GET /callbacks", { projectId, limit: 20 });
  const others = (due.data?.items ?? []).filter((one) => !one.ownWork).slice(0, 5);
  return (
    <WorkPanel
      title={text("home:callbacks.title")}
      query={due}
      all={{ to: "/callbacks" }}
      nothing={text("home:callbacks.nothing")}
    >
      {others.map((one) => (
        <li key={`${one.ticketId}${one.completion}`} className={styles.item}>
          <div className={styles.line}>
            <Link to="/tickets/$ticketId" params={{ ticketId: one.ticketId }} className={styles.link}>
              {[projectName(one.projectId), one.houseCode ?? text("tickets:publicArea"), one.reporterName]
                .filter(Boolean)
                .join(" · ")}
            </Link>
            <DueClock clock={callbackClock(one.completedAt, one.dueAt, now)} />
          </div>
          <div className={styles.line}>
            <span className={styles.soft}>{one.outcome}</span>
            {one.reporterPhone ? <PhoneLink phone={one.reporterPhone} /> : null}
          </div>
        </li>
      ))}
    </WorkPanel>
  );
}
