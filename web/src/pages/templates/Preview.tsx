import { useText } from "../../i18n/useText";
import styles from "./Templates.module.css";

/** A letter as it would be drafted, of a ticket made up for it. */
export function Preview({ subject, body }: { subject: string; body: string }) {
  const text = useText();
  return (
    <section className={styles.preview} aria-label={text("templates:preview")}>
      <p className={styles.soft}>{text("templates:preview")}</p>
      <h3 className={styles.subject}>{subject}</h3>
      <div className={styles.body}>{body}</div>
    </section>
  );
}
