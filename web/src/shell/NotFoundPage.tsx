import { Link } from "@tanstack/react-router";
import { useText } from "../i18n/useText";
import { Outcome } from "../ui/Outcome";
import styles from "./NotFoundPage.module.css";

/** Shown for addresses that lead nowhere. */
export function NotFoundPage() {
  const text = useText();
  return (
    <main className={styles.page}>
      <Outcome
        level={1}
        tone="warn"
        title={text("errors:pageNotFound.title")}
        actions={
          <Link to="/" className="fd-button-link">
            {text("common:backHome")}
          </Link>
        }
      >
        {text("errors:pageNotFound.body")}
      </Outcome>
    </main>
  );
}
