import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { call } from "../../api/client";
import { ApiError } from "../../api/error";
import { useText } from "../../i18n/useText";
import { sessionQuery } from "../../session/session";
import { ErrorState } from "../../ui/ErrorState";
import { Outcome } from "../../ui/Outcome";
import { PageSkeleton } from "../../ui/PageSkeleton";
import { ConfirmSignUp } from "./ConfirmSignUp";

const route = getRouteApi("/door/verified");

/** Where the link in the letter of a sign-up leads: with the password chosen then, the firm comes into being. */
export default function VerifiedPage() {
  const { token } = route.useSearch();
  return token ? <Opened token={token} /> : <Ended kind="invalid" />;
}

function Opened({ token }: { token: string }) {
  const opened = useQuery({
    queryKey: ["POST /sign-up/open", token],
    queryFn: ({ signal }) => call("POST /sign-up/open", { token }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (opened.isPending) return <PageSkeleton />;
  if (opened.error) {
    const kind = endingOf(opened.error);
    if (kind) return <Ended kind={kind} />;
    return <ErrorState level={1} error={opened.error} onRetry={() => void opened.refetch()} />;
  }
  const { email, firmName, confirmed } = opened.data;
  return confirmed ? <Done /> : <ConfirmSignUp token={token} email={email} firmName={firmName} />;
}

function endingOf(error: Error): "expired" | "invalid" | null {
  if (!(error instanceof ApiError)) return null;
  if (error.kind === "gone") return "expired";
  return error.kind === "notFound" || error.kind === "badRequest" ? "invalid" : null;
}

function Ended({ kind }: { kind: "expired" | "invalid" }) {
  const text = useText();
  return (
    <Outcome
      level={1}
      tone="warn"
      title={text("auth:verified.failedTitle")}
      actions={
        <Link to={kind === "expired" ? "/sign-up" : "/sign-in"} className="fd-button-link fd-primary">
          {text(kind === "expired" ? "auth:verified.signUp" : "auth:verified.signIn")}
        </Link>
      }
    >
      {text(`auth:verified.${kind}`)}
    </Outcome>
  );
}

function Done() {
  const text = useText();
  const { data: session } = useQuery(sessionQuery);
  return (
    <Outcome
      level={1}
      tone="good"
      title={text("auth:verified.title")}
      actions={
        <Link to={session ? "/" : "/sign-in"} className="fd-button-link fd-primary">
          {text(session ? "auth:verified.start" : "auth:verified.signIn")}
        </Link>
      }
    >
      {session ? null : text("auth:verified.body")}
    </Outcome>
  );
}
