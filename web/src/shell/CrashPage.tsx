import { useRouter } from "@tanstack/react-router";
import { Button } from "antd";
import { ApiError } from "../api/error";
import { useText } from "../i18n/useText";
import { ErrorState } from "../ui/ErrorState";
import { Outcome } from "../ui/Outcome";

interface CrashPageProps {
  error: unknown;
  reset?: () => void;
}

/** Stands in for a page that failed: refusals and lost connections in their own words, the rest as a crash. */
export function CrashPage({ error, reset }: CrashPageProps) {
  const text = useText();
  const router = useRouter();
  if (error instanceof ApiError) {
    const again = () => {
      reset?.();
      void router.invalidate();
    };
    return <ErrorState level={1} error={error} onRetry={again} />;
  }
  return (
    <div role="alert">
      <Outcome
        level={1}
        tone="bad"
        title={text("errors:pageCrashed.title")}
        actions={
          <Button type="primary" onClick={() => window.location.reload()}>
            {text("common:reload")}
          </Button>
        }
      >
        {text("errors:pageCrashed.body")}
      </Outcome>
    </div>
  );
}
