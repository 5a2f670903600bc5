import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { Alert, Button, Form } from "antd";
import { useEffect, useState } from "react";
import { signIn } from "../../api/auth";
import { call } from "../../api/client";
import { ApiError } from "../../api/error";
import { useText } from "../../i18n/useText";
import { announceSessionChange } from "../../session/otherTabs";
import { safeReturn } from "../../session/returnTo";
import { renewSession, sessionQuery } from "../../session/session";
import { useTellFailure } from "../../ui/useTellFailure";
import { DoorCard } from "./DoorCard";
import { EmailField, KnownPasswordField } from "./fields";
import { ResendButton } from "./ResendButton";

const route = getRouteApi("/door/sign-in");

interface Credentials {
  email: string;
  password: string;
}

export default function SignInPage() {
  const text = useText();
  const { next, ended } = route.useSearch();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const tellFailure = useTellFailure();
  const [refusal, setRefusal] = useState<"wrong" | "unverified" | null>(null);
  const [email, setEmail] = useState("");
  const { data: session } = useQuery(sessionQuery);
  const target = safeReturn(next);

  useEffect(() => {
    if (session) void navigate({ href: target, replace: true });
  }, [session, target, navigate]);

  const enter = useMutation({
    mutationFn: signIn,
    onSuccess: async () => {
      announceSessionChange();
      await renewSession(queryClient);
    },
    onError: (error, credentials) => {
      const known = refusalOf(error);
      setEmail(credentials.email);
      setRefusal(known);
      if (!known) tellFailure(error);
    },
  });

  return (
    <DoorCard
      title={text("auth:signIn.title")}
      foot={
        <>
          {text("auth:signIn.noAccount")} <Link to="/sign-up">{text("auth:signIn.toSignUp")}</Link>
        </>
      }
    >
      {ended && !refusal ? <Alert type="info" showIcon title={text("auth:signIn.ended")} /> : null}
      {refusal ? (
        <Alert
          type="error"
          showIcon
          title={text(`auth:signIn.${refusal}`)}
          description={
            refusal === "unverified" ? (
              <ResendButton send={() => call("POST /sign-up/resend", { email })} />
            ) : null
          }
        />
      ) : null}
      <Form<Credentials> layout="vertical" onFinish={(credentials) => enter.mutate(credentials)}>
        <EmailField autoFocus />
        <KnownPasswordField />
        <Button type="primary" htmlType="submit" size="large" block loading={enter.isPending}>
          {text("auth:signIn.submit")}
        </Button>
      </Form>
    </DoorCard>
  );
}

function refusalOf(error: unknown): "wrong" | "unverified" | null {
  if (!(error instanceof ApiError)) return null;
  if (error.kind === "forbidden" && error.code === "EMAIL_NOT_VERIFIED") return "unverified";
  return error.kind === "unauthenticated" ? "wrong" : null;
}
