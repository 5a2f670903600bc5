import { useMutation } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Button, Form } from "antd";
import { resetPassword } from "../../api/auth";
import { ApiError } from "../../api/error";
import { useText } from "../../i18n/useText";
import { Outcome } from "../../ui/Outcome";
import { useTellFailure } from "../../ui/useTellFailure";
import { DoorCard } from "./DoorCard";
import { NewPasswordField } from "./fields";

const route = getRouteApi("/door/reset-password");

export default function ResetPasswordPage() {
  const text = useText();
  const { token, error } = route.useSearch();
  const tellFailure = useTellFailure();
  const reset = useMutation({
    mutationFn: resetPassword,
    onError: (failure) => {
      if (!isUsedUp(failure)) tellFailure(failure);
    },
  });

  if (reset.isSuccess) return <Done />;
  if (!token || error || isUsedUp(reset.error)) return <LinkUsedUp />;
  return (
    <DoorCard title={text("auth:reset.title")}>
      <Form<{ newPassword: string }>
        layout="vertical"
        onFinish={({ newPassword }) => reset.mutate({ token, newPassword })}
      >
        <NewPasswordField name="newPassword" />
        <Button type="primary" htmlType="submit" size="large" block loading={reset.isPending}>
          {text("auth:reset.submit")}
        </Button>
      </Form>
    </DoorCard>
  );
}

const isUsedUp = (error: unknown) =>
  error instanceof ApiError && (error.kind === "gone" || error.code === "INVALID_TOKEN");

function Done() {
  const text = useText();
  return (
    <Outcome
      level={1}
      tone="good"
      title={text("auth:reset.doneTitle")}
      actions={
        <Link to="/sign-in" className="fd-button-link fd-primary">
          {text("auth:verified.signIn")}
        </Link>
      }
    >
      {text("auth:reset.doneBody")}
    </Outcome>
  );
}

function LinkUsedUp() {
  const text = useText();
  return (
    <Outcome
      level={1}
      tone="warn"
      title={text("auth:reset.invalidTitle")}
      actions={
        <Link to="/forgot-password" className="fd-button-link fd-primary">
          {text("auth:reset.again")}
        </Link>
      }
    >
      {text("auth:reset.invalidBody")}
    </Outcome>
  );
}
