import { Button } from "antd";
import { ApiError } from "../api/error";
import { failureText, failureTitle } from "../api/failure";
import { useText } from "../i18n/useText";
import { Outcome } from "./Outcome";

interface ErrorStateProps {
  error: unknown;
  /** Tries again; without it no button is shown. */
  onRetry?: () => void;
  /** The level of the heading: 1 where it stands for a whole page. */
  level?: 1 | 2;
}

/** Shown where content should be but could not be read; says what happened and offers to try again. */
export function ErrorState({ error, onRetry, level }: ErrorStateProps) {
  const text = useText();
  const kind = error instanceof ApiError ? error.kind : "unexpected";
  const final = kind === "forbidden" || kind === "notFound" || kind === "gone";
  // A reference helps only where somebody has to look into our log.
  const ours = kind === "unexpected" || kind === "unavailable";
  return (
    <div role="alert">
      <Outcome
        tone={final ? "bad" : "warn"}
        level={level}
        title={text(failureTitle(error))}
        actions={onRetry && !final ? <Button onClick={onRetry}>{text("common:retry")}</Button> : null}
      >
        <p>{failureText(error, text)}</p>
        {error instanceof ApiError && error.requestId && ours ? (
          <p>{text("errors:requestId", { id: error.requestId })}</p>
        ) : null}
      </Outcome>
    </div>
  );
}
