import { RightOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Navigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useEffect } from "react";
import type { Session } from "../../api/contract";
import { useText } from "../../i18n/useText";
import { safeReturn } from "../../session/returnTo";
import { sessionQuery } from "../../session/session";
import { useChooseFirm } from "../../session/useChooseFirm";
import { useSignOut } from "../../session/useSignOut";
import { ErrorState } from "../../ui/ErrorState";
import { Outcome } from "../../ui/Outcome";
import { PageSkeleton } from "../../ui/PageSkeleton";
import styles from "./Choices.module.css";
import { DoorCard } from "./DoorCard";

const route = getRouteApi("/door/choose-firm");

export default function ChooseFirmPage() {
  const { next } = route.useSearch();
  const { data: session, isPending, error, refetch } = useQuery(sessionQuery);
  if (isPending) return <PageSkeleton />;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!session) return <Navigate to="/sign-in" search={{ next }} replace />;
  return session.memberships.length === 0 ? (
    <NoFirm email={session.user.email} />
  ) : (
    <Firms memberships={session.memberships} next={safeReturn(next)} />
  );
}

function Firms({ memberships, next }: { memberships: Session["memberships"]; next: string }) {
  const text = useText();
  const choose = useChooseFirm(next);
  const { mutate } = choose;
  const only = memberships.length === 1 ? memberships[0]?.tenantId : undefined;
  useEffect(() => {
    if (only) mutate({ tenantId: only });
  }, [only, mutate]);
  return (
    <DoorCard title={text("auth:firm.title")} intro={only ? undefined : text("auth:firm.intro")}>
      <ul className={styles.choices}>
        {memberships.map(({ tenantId, tenantName, role }) => (
          <li key={tenantId}>
            <button
              type="button"
              className={styles.firm}
              disabled={choose.isPending || choose.isSuccess}
              aria-label={text("auth:firm.enter", { name: tenantName })}
              onClick={() => mutate({ tenantId })}
            >
              <span className={styles.words}>
                <strong>{tenantName}</strong>
                <small>{text(`common:role.${role}`)}</small>
              </span>
              <RightOutlined aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </DoorCard>
  );
}

function NoFirm({ email }: { email: string }) {
  const text = useText();
  const signOut = useSignOut();
  return (
    <Outcome
      level={1}
      tone="warn"
      title={text("auth:firm.noneTitle")}
      actions={
        <Button loading={signOut.isPending} onClick={() => signOut.mutate()}>
          {text("auth:firm.other")}
        </Button>
      }
    >
      {text("auth:firm.noneBody", { email })}
    </Outcome>
  );
}
