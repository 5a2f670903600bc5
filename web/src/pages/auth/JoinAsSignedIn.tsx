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

interface JoinAsSignedInProps {
  user: Session["user"];
  pending: boolean;
  onJoin: () => void;
}

/** Joins the account that is signed in, or signs it out to join with another, staying on the invitation. */
export function JoinAsSignedIn({ user, pending, onJoin }: JoinAsSignedInProps) {
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
  return (
    <DoorCard
      title={text("auth:invitation.title")}
      intro={text("auth:invitation.signedInAs", { name: user.name, email: user.email })}
    >
      <div className={styles.choices}>
        <Button type="primary" size="large" block loading={pending} onClick={onJoin}>
          {text("auth:invitation.acceptAs")}
        </Button>
        <Button size="large" block loading={leave.isPending} onClick={() => leave.mutate()}>
          {text("auth:invitation.useOther")}
        </Button>
      </div>
    </DoorCard>
  );
}
