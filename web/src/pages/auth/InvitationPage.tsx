import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { Form } from "antd";
import { useState } from "react";
import type { InputOf } from "../../api/contract";
import { ApiError } from "../../api/error";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { announceSessionChange } from "../../session/otherTabs";
import { renewSession, sessionQuery } from "../../session/session";
import { Outcome } from "../../ui/Outcome";
import { PageSkeleton } from "../../ui/PageSkeleton";
import { JoinAsNew } from "./JoinAsNew";
import { JoinAsSignedIn } from "./JoinAsSignedIn";

const route = getRouteApi("/door/invitation");

/** Where the link in an invitation leads: joins the account that is signed in, or makes a new one. */
export default function InvitationPage() {
  const text = useText();
  const { token } = route.useSearch();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<{ name: string; password: string }>();
  const [outcome, setOutcome] = useState<"done" | "gone" | null>(null);
  const { data: session, isPending } = useQuery(sessionQuery);

  const accept = useCommand("POST /invitations/accept", {
    form,
    onSuccess: async () => {
      announceSessionChange();
      const renewed = await renewSession(queryClient);
      if (renewed) await navigate({ to: "/", replace: true });
      else setOutcome("done");
    },
    onFailure: (error) => {
      const gone = error instanceof ApiError && (error.kind === "gone" || error.kind === "notFound");
      if (gone) setOutcome("gone");
      return gone;
    },
  });

  if (!token) return <Ended kind="missing" />;
  if (outcome === "gone") return <Ended kind="gone" />;
  if (outcome === "done") {
    return (
      <Outcome
        level={1}
        tone="good"
        title={text("auth:invitation.doneTitle")}
        actions={
          <Link to="/sign-in" className="fd-button-link fd-primary">
            {text("auth:verified.signIn")}
          </Link>
        }
      >
        {text("auth:invitation.doneBody")}
      </Outcome>
    );
  }
  if (isPending) return <PageSkeleton />;
  const join = (input: Omit<InputOf<"POST /invitations/accept">, "token">) =>
    accept.mutate({ token, ...input });
  if (session)
    return <JoinAsSignedIn user={session.user} pending={accept.isPending} onJoin={() => join({})} />;
  return <JoinAsNew form={form} pending={accept.isPending} onJoin={join} />;
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
