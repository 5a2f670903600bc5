import { Alert } from "antd";
import { useQueryOf } from "../../api/useQueryOf";
import { PhoneLink } from "../../find/PhoneLink";
import { useText } from "../../i18n/useText";
import { useProjectNameInList } from "../../session/useProjectName";
import { When } from "../../ui/When";
import { TicketKind } from "../tickets/TicketKind";
import styles from "./Callbacks.module.css";
import type { CallbackRow } from "./useCallbackColumns";

/** Whom one calls and about what, in sight while the form is filled in. */
export function CallbackAbout({ callback, stale }: { callback: CallbackRow; stale: boolean }) {
  const text = useText();
  const projectName = useProjectNameInList();
  const ticket = useQueryOf("GET /tickets/{ticketId}", { ticketId: callback.ticketId });
  const who = [
    projectName(callback.projectId),
    callback.houseCode ?? text("tickets:publicArea"),
    callback.reporterName,
  ];
  return (
    <div className={styles.about}>
      {stale ? <Alert type="warning" showIcon title={text("callbacks:stale")} /> : null}
      <p className={styles.person}>
        <strong>{who.filter(Boolean).join(" · ")}</strong>
        {callback.reporterPhone ? <PhoneLink phone={callback.reporterPhone} /> : null}
      </p>
      <p>
        {callback.number} · <TicketKind kind={callback.kind} category={callback.category} />
      </p>
      {ticket.data ? <p>{text("callbacks:said", { words: ticket.data.words })}</p> : null}
      <p>{text("callbacks:done", { outcome: callback.outcome })}</p>
      {callback.attempts.length > 0 ? (
        <ul className={styles.attempts}>
          {callback.attempts.map((attempt) => (
            <li key={attempt.at}>
              <When at={attempt.at} /> · {attempt.byName} · {attempt.reason}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
