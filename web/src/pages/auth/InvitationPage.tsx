import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { call } from "../../api/client";
import { useText } from "../../i18n/useText";
import { sessionQuery } from "../../session/session";
import { ErrorState } from "../../ui/ErrorState";
import { Outcome } from "../../ui/Outcome";
import { PageSkeleton } from "../../ui/PageSkeleton";
import { JoinAsNew } from "./JoinAsNew";
import { JoinAsSignedIn } from "./JoinAsSignedIn";
import { isSpent, leadsNowhere, useJoin } from "./useJoin";

const route = getRouteApi("/door/invitation");

/** Where the link in an invitation leads: joins the account that is signed in or known, or makes a new one. */
export default function InvitationPage() {
  const { token } = route.useSearch();
  return token ? <Opened token={token} /> : <Ended kind="missing" />;
}

function Opened({ token }: { token: string }) {
  const { data: session, isPending } = useQuery(sessionQuery);
  const opened = useQuery({
    queryKey: ["POST /invitations/open", token],
    queryFn: ({ signal }) => call("POST /invitations/open", { token }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const { form, accept } = useJoin();
  if (leadsNowhere(opened.error) || isSpent(accept.error)) return <Ended kind="gone" />;
  if (opened.error)
    return <ErrorState level={1} error={opened.error} onRetry={() => void opened.refetch()} />;
  if (opened.isPending || isPending) return <PageSkeleton />;

  const invitation = opened.data;
  const pending = accept.isPending || accept.isSuccess;
  if (invitation.accepted) return <Joined firmName={invitation.firmName} />;
  if (session) {
    const join = () => accept.mutate({ token });
    return <JoinAsSignedIn invitation={invitation} user={session.user} pending={pending} onJoin={join} />;
  }
  const join = (fields: { name?: string; password: string }) => accept.mutate({ token, ...fields });
  return <JoinAsNew invitation={invitation} form={form} pending={pending} onJoin={join} />;
}

function Joined({ firmName }: { firmName: string }) {
  const text = useText();
  return (
    <Outcome
      level={1}
      tone="good"
      title={text("auth:invitation.doneTitle", { firmName })}
      actions={
        <Link to="/sign-in" className="fd-button-link fd-primary">
          {text("auth:verified.signIn")}
        </Link>
      }
    />
  );
}

function Ended({ kind }: { kind: "missing" | "gone" }) {
  const text = useText();
  return (
    <Outcome
      level={1}
      tone="warn"
      title={text(`auth:invitation.${kind}Title`)}
      actions={
        <Link to="/sign-in" className="fd-button-link">
          {text("auth:mail.backToSignIn")}
        </Link>
      }
    >
      {text(`auth:invitation.${kind}Body`)}
    </Outcome>
  );
}
