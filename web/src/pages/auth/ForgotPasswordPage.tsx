import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Form } from "antd";
import { requestPasswordReset } from "../../api/auth";
import { useText } from "../../i18n/useText";
import { useTellFailure } from "../../ui/useTellFailure";
import { CheckMail } from "./CheckMail";
import { DoorCard } from "./DoorCard";
import { EmailField } from "./fields";

export default function ForgotPasswordPage() {
  const text = useText();
  const request = useMutation({ mutationFn: requestPasswordReset, onError: useTellFailure() });

  if (request.isSuccess) {
    return <CheckMail purpose="reset" email={request.variables} send={requestPasswordReset} />;
  }
  return (
    <DoorCard
      title={text("auth:forgot.title")}
      intro={text("auth:forgot.intro")}
      foot={<Link to="/sign-in">{text("auth:mail.backToSignIn")}</Link>}
    >
      <Form<{ email: string }> layout="vertical" onFinish={({ email }) => request.mutate(email)}>
        <EmailField autoFocus />
        <Button type="primary" htmlType="submit" size="large" block loading={request.isPending}>
          {text("auth:forgot.submit")}
        </Button>
      </Form>
    </DoorCard>
  );
}
