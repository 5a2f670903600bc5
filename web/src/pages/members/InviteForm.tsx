import { App, Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import type { Locale } from "../../api/contract";
import { useCommand } from "../../api/useCommand";
import { locales } from "../../i18n/locale";
import { useText } from "../../i18n/useText";
import { Chips } from "../../ui/Chips";
import { PositionItems } from "./PositionItems";
import { type PositionFields, positionOf } from "./position";

type Fields = PositionFields & { email: string; locale: Locale };

/** Asks somebody to join, by a letter to their address. */
export function InviteForm({ onDone }: { onDone: () => void }) {
  const text = useText();
  const { message } = App.useApp();
  const { i18n } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const invite = useCommand("POST /invitations", {
    form,
    changes: ["GET /invitations"],
    onSuccess: ({ email }) => {
      void message.success(text("members:invite.sent", { email }));
      onDone();
    },
  });
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      noValidate
      initialValues={{ scope: "all", locale: i18n.language }}
      onFinish={({ email, locale, ...position }) =>
        invite.mutate({ email: email.trim(), locale, ...positionOf(position) })
      }
    >
      <Form.Item
        name="email"
        label={text("members:field.email")}
        validateTrigger="onBlur"
        rules={[
          { required: true, message: text("auth:rule.emailRequired") },
          { type: "email", message: text("auth:rule.email") },
        ]}
      >
        <Input type="email" inputMode="email" autoComplete="off" maxLength={120} autoFocus />
      </Form.Item>
      <PositionItems />
      <Form.Item name="locale" label={text("members:field.locale")} extra={text("members:invite.localeHint")}>
        <Chips<Locale>
          label={text("members:field.locale")}
          options={locales.map((value) => ({ value, label: text(`common:language.${value}`) }))}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={invite.isPending}>
        {text("members:invite.submit")}
      </Button>
    </Form>
  );
}
