import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { signOut } from "../../api/auth";
import type { Session } from "../../api/contract";
import { useText } from "../../i18n/useText";
import { announceSessionChange } from "../../session/otherTabs";
import { sessionQuery } from "../../session/session";
import { useTellFailure } from "../../ui/useTellFailure";
import styles from "./Choices.module.css";
import { DoorCard } from "./DoorCard";
import { InvitationWords, type OpenInvitation } from "./InvitationWords";

interface JoinAsSignedInProps {
  invitation: OpenInvitation;
  user: Session["user"];
  pending: boolean;
  onJoin: () => void;
}

/** Joins the account that is signed in, or signs it out to join with another, staying on the invitation. */
export function JoinAsSignedIn({ invitation, user, pending, onJoin }: JoinAsSignedInProps) {
  const text = useText();
  const queryClient = useQueryClient();
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: () => {
      announceSessionChange();
      queryClient.setQueryData(sessionQuery.queryKey, null);
    },
    onError: useTellFailure(),
  });
  const own = user.email.toLowerCase() === invitation.email.toLowerCase();
  return (
    <DoorCard title={text("auth:invitation.title")} intro={<InvitationWords invitation={invitation} />}>
      <p>
        {own
          ? text("auth:invitation.signedInAs", { name: user.name, email: user.email })
          : text("auth:invitation.otherAccount", { email: invitation.email, current: user.email })}
      </p>
      <div className={styles.choices}>
        {own ? (
          <Button type="primary" size="large" block loading={pending} onClick={onJoin}>
            {text("auth:invitation.acceptAs")}
          </Button>
        ) : null}
        <Button size="large" block loading={leave.isPending} onClick={() => leave.mutate()}>
          {text("auth:invitation.useOther")}
        </Button>
      </div>
    </DoorCard>
  );
}
