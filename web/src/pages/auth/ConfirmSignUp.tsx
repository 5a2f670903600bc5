import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button, Form } from "antd";
import { signIn } from "../../api/auth";
import { call } from "../../api/client";
import { showOnForm } from "../../api/formErrors";
import { useText } from "../../i18n/useText";
import { announceSessionChange } from "../../session/otherTabs";
import { renewSession } from "../../session/session";
import { useTellFailure } from "../../ui/useTellFailure";
import { DoorCard } from "./DoorCard";
import { PasswordField } from "./fields";

interface ConfirmSignUpProps {
  token: string;
  email: string;
  firmName: string;
}

/** Asks for the password chosen at sign-up: the letter alone, read by somebody else, founds no firm. */
export function ConfirmSignUp({ token, email, firmName }: ConfirmSignUpProps) {
  const text = useText();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const tellFailure = useTellFailure();
  const [form] = Form.useForm<{ password: string }>();
  const confirm = useMutation({
    mutationFn: async ({ password }: { password: string }) => {
      const confirmed = await call("POST /sign-up/confirm", { token, password });
      await signIn({ email: confirmed.email, password });
    },
    onSuccess: async () => {
      announceSessionChange();
      await renewSession(queryClient);
      await navigate({ to: "/", replace: true });
    },
    onError: (error) => {
      if (!showOnForm(form, error)) tellFailure(error);
    },
  });
  return (
    <DoorCard
      title={text("auth:verified.confirmTitle")}
      intro={text("auth:verified.confirm", { firmName, email })}
    >
      <Form<{ password: string }> form={form} layout="vertical" onFinish={(fields) => confirm.mutate(fields)}>
        <PasswordField autoFocus hint={text("auth:verified.passwordHint")} />
        <Button type="primary" htmlType="submit" size="large" block loading={confirm.isPending}>
          {text("auth:verified.submit")}
        </Button>
      </Form>
    </DoorCard>
  );
}
