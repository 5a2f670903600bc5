import { Button, Form, type FormInstance } from "antd";
import { useText } from "../../i18n/useText";
import { DoorCard } from "./DoorCard";
import { NameField, NewPasswordField, PasswordField } from "./fields";
import { InvitationWords, type OpenInvitation } from "./InvitationWords";

interface JoinFields {
  name?: string;
  password: string;
}

interface JoinAsNewProps {
  invitation: OpenInvitation;
  form: FormInstance<JoinFields>;
  pending: boolean;
  onJoin: (fields: JoinFields) => void;
}

/** Nobody is signed in: an account is made with the invited address, or proved to be one's own by its password. */
export function JoinAsNew({ invitation, form, pending, onJoin }: JoinAsNewProps) {
  const text = useText();
  return (
    <DoorCard title={text("auth:invitation.title")} intro={<InvitationWords invitation={invitation} />}>
      <Form<JoinFields> form={form} layout="vertical" onFinish={onJoin}>
        {/* Lets password managers keep the pair together. */}
        <input type="email" autoComplete="username" value={invitation.email} readOnly hidden />
        {invitation.registered ? (
          <PasswordField hint={text("auth:invitation.knownHint")} autoFocus />
        ) : (
          <>
            <NameField />
            <NewPasswordField />
          </>
        )}
        <Button type="primary" htmlType="submit" size="large" block loading={pending}>
          {text("auth:invitation.submit")}
        </Button>
      </Form>
    </DoorCard>
  );
}
