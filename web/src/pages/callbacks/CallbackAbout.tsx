import { Alert } from "antd";
import { PhoneLink } from "../../find/PhoneLink";
import { useText } from "../../i18n/useText";
import { When } from "../../ui/When";
import styles from "./Callbacks.module.css";
import type { CallbackRow } from "./useCallbackColumns";

/** Whom one calls and about what, in sight while the form is filled in. */
export function CallbackAbout({ callback, stale }: { callback: CallbackRow; stale: boolean }) {
  const text = useText();
  return (
    <div className={styles.about}>
      {stale ? <Alert type="warning" showIcon title={text("callbacks:stale")} /> : null}
      <p className={styles.person}>
        <strong>
          {callback.houseCode ?? text("tickets:publicArea")} · {callback.reporterName}
        </strong>
        {callback.reporterPhone ? <PhoneLink phone={callback.reporterPhone} /> : null}
      </p>
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
