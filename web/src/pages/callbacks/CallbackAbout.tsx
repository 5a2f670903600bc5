import { useQueryOf } from "../../api/useQueryOf";
import { PhoneLink } from "../../find/PhoneLink";
import { useText } from "../../i18n/useText";
import { useProjectNameInList } from "../../session/useProjectName";
import { When } from "../../ui/When";
import { TicketKind } from "../tickets/TicketKind";
import styles from "./Callbacks.module.css";
import type { CallbackRow } from "./useCallbackColumns";

/** What is known of a callback, the first or the second. */
export type Called = Pick<
  CallbackRow,
  | "ticketId"
  | "projectId"
  | "houseCode"
  | "reporterName"
  | "reporterPhone"
  | "number"
  | "kind"
  | "category"
  | "outcome"
  | "attempts"
> &
  Partial<Pick<CallbackRow, "rating" | "paid">>;

/** Whom one calls and about what, in sight while the form is filled in. */
export function CallbackAbout({ callback }: { callback: Called }) {
  const text = useText();
  const projectName = useProjectNameInList();
  const ticket = useQueryOf("GET /tickets/{ticketId}", { ticketId: callback.ticketId });
  const who = [
    projectName(callback.projectId),
    callback.houseCode ?? text("tickets:publicArea"),
    callback.reporterName,
  ];
  const { rating } = callback;
  return (
    <div className={styles.about}>
      <p className={styles.person}>
        <strong>{who.filter(Boolean).join(" · ")}</strong>
        {callback.reporterPhone ? <PhoneLink phone={callback.reporterPhone} /> : null}
      </p>
      <p>
        {callback.number} · <TicketKind kind={callback.kind} category={callback.category} />
        {callback.paid ? ` · ${text("callbacks:paid")}` : null}
      </p>
      {ticket.data ? <p>{text("callbacks:said", { words: ticket.data.words })}</p> : null}
      <p>{text("callbacks:done", { outcome: callback.outcome })}</p>
      {rating ? (
        <p className={styles.rating}>
          {text("callbacks:rated", { score: rating.score })}
          {rating.words ? <q>{rating.words}</q> : null}
        </p>
      ) : null}
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
