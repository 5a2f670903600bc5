import { App, Button, Form, Input } from "antd";
import type { Locale } from "../../api/contract";
import { useCommand } from "../../api/useCommand";
import { switchLocale } from "../../i18n";
import { locales, storeLocale } from "../../i18n/locale";
import { useText } from "../../i18n/useText";
import { useSession } from "../../session/SessionContext";
import { Chips } from "../../ui/Chips";
import { Panel } from "../../ui/Panel";
import styles from "./Settings.module.css";

interface Fields {
  name: string;
  locale: Locale;
}

/** One's own name and language, the same in every firm one works for. */
export function ProfilePanel() {
  const text = useText();
  const { message } = App.useApp();
  const { user, locale, member } = useSession();
  const [form] = Form.useForm<Fields>();
  const change = useCommand("PATCH /session", {
    form,
    changes: ["GET /session", "GET /members"],
    onSuccess: async (kept) => {
      storeLocale(kept.locale);
      await switchLocale(kept.locale);
      void message.success(text("settings:saved"));
    },
  });
  return (
    <Panel width="form" title={text("settings:profile.title")} intro={text("settings:profile.intro")}>
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ name: user.name, locale }}
        onFinish={({ name, ...rest }) => change.mutate({ name: name.trim(), ...rest })}
      >
        <dl className={styles.facts}>
          <dt>{text("settings:profile.email")}</dt>
          <dd>{user.email}</dd>
          <dt>{text("settings:profile.role")}</dt>
          <dd>{text(`common:role.${member.role}`)}</dd>
        </dl>
        <Form.Item
          name="name"
          label={text("settings:profile.name")}
          rules={[{ required: true, whitespace: true, message: text("auth:rule.nameRequired") }]}
        >
          <Input maxLength={40} autoComplete="name" />
        </Form.Item>
        <Form.Item
          name="locale"
          label={text("settings:profile.locale")}
          extra={text("settings:profile.localeHint")}
        >
          <Chips<Locale>
            label={text("settings:profile.locale")}
            options={locales.map((value) => ({ value, label: text(`common:language.${value}`) }))}
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {text("settings:save")}
        </Button>
      </Form>
    </Panel>
  );
}
