import { Link, useRouterState } from "@tanstack/react-router";
import { Button, Form, type FormInstance } from "antd";
import { useText } from "../../i18n/useText";
import { DoorCard } from "./DoorCard";
import { NameField, NewPasswordField } from "./fields";

interface JoinFields {
  name: string;
  password: string;
}

interface JoinAsNewProps {
  form: FormInstance<JoinFields>;
  pending: boolean;
  onJoin: (fields: JoinFields) => void;
}

/** Makes an account with the invited address; those who have one sign in first and come back here. */
export function JoinAsNew({ form, pending, onJoin }: JoinAsNewProps) {
  const text = useText();
  const here = useRouterState({ select: (state) => state.location.href });
  return (
    <DoorCard
      title={text("auth:invitation.title")}
      intro={text("auth:invitation.intro")}
      foot={
        <>
          {text("auth:invitation.haveAccount")}{" "}
          <Link to="/sign-in" search={{ next: here }}>
            {text("auth:invitation.signInFirst")}
          </Link>
        </>
      }
    >
      <Form form={form} layout="vertical" onFinish={onJoin}>
        <NameField />
        <NewPasswordField />
        <Button type="primary" htmlType="submit" size="large" block loading={pending}>
          {text("auth:invitation.submit")}
        </Button>
      </Form>
    </DoorCard>
  );
}
