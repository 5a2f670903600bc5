import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useText } from "../../i18n/useText";
import { useTellFailure } from "../../ui/useTellFailure";

/** Sends a mail again, once. */
export function ResendButton({ send }: { send: () => Promise<unknown> }) {
  const text = useText();
  const resend = useMutation({ mutationFn: send, onError: useTellFailure() });
  return (
    <Button loading={resend.isPending} disabled={resend.isSuccess} onClick={() => resend.mutate()}>
      {text(resend.isSuccess ? "auth:mail.resent" : "auth:mail.resend")}
    </Button>
  );
}
