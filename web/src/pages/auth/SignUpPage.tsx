import { Link } from "@tanstack/react-router";
import { Button, Form } from "antd";
import { useState } from "react";
import { call } from "../../api/client";
import type { InputOf } from "../../api/contract";
import { useCommand } from "../../api/useCommand";
import { currentLocale } from "../../i18n/locale";
import { useText } from "../../i18n/useText";
import { CheckMail } from "./CheckMail";
import { DoorCard } from "./DoorCard";
import { EmailField, FirmNameField, NameField, NewPasswordField } from "./fields";

type Fields = Omit<InputOf<"POST /sign-up">, "locale">;

export default function SignUpPage() {
  const text = useText();
  const [form] = Form.useForm<Fields>();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const signUp = useCommand("POST /sign-up", { form, onSuccess: (_, { email }) => setSentTo(email) });

  const resend = (email: string) => call("POST /sign-up/resend", { email });
  if (sentTo) return <CheckMail purpose="verify" email={sentTo} send={resend} />;
  return (
    <DoorCard
      title={text("auth:signUp.title")}
      intro={text("auth:signUp.intro")}
      foot={
        <>
          {text("auth:signUp.haveAccount")} <Link to="/sign-in">{text("auth:signUp.toSignIn")}</Link>
        </>
      }
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={(fields) => signUp.mutate({ ...fields, locale: currentLocale() })}
      >
        <FirmNameField />
        <NameField />
        <EmailField />
        <NewPasswordField />
        <Button type="primary" htmlType="submit" size="large" block loading={signUp.isPending}>
          {text("auth:signUp.submit")}
        </Button>
      </Form>
    </DoorCard>
  );
}
