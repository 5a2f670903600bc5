import { App, Button, Form, Input, InputNumber } from "antd";
import type { OutputOf } from "../../api/contract";
import { useCommand } from "../../api/useCommand";
import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useCan } from "../../session/SessionContext";
import { ErrorState } from "../../ui/ErrorState";
import { PageSkeleton } from "../../ui/PageSkeleton";
import { Panel } from "../../ui/Panel";
import { SignerFields } from "../replies/SignerFields";

type Settings = OutputOf<"GET /reply-settings">;

/** How the firm writes formal letters: the letterhead, who usually signs, and when to ask whether they arrived. */
export function ReplyPanel() {
  const text = useText();
  const manages = useCan("tenant.manage");
  const settings = useQueryOf("GET /reply-settings", {}, { enabled: manages });
  if (!manages) return null;
  if (settings.error) return <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />;
  if (!settings.data) return <PageSkeleton />;
  return (
    <Panel width="form" title={text("replies:settings.title")} intro={text("replies:settings.intro")}>
      <SettingsForm settings={settings.data} />
    </Panel>
  );
}

function SettingsForm({ settings }: { settings: Settings }) {
  const text = useText();
  const { message } = App.useApp();
  const [form] = Form.useForm<Settings>();
  const change = useCommand("PATCH /reply-settings", {
    form,
    changes: ["GET /reply-settings"],
    onSuccess: () => message.success(text("settings:saved")),
  });
  return (
    <Form<Settings>
      form={form}
      layout="vertical"
      initialValues={settings}
      onFinish={(fields) => change.mutate(fields)}
    >
      <Form.Item name={["letterhead", "address"]} label={text("replies:settings.address")}>
        <Input maxLength={120} autoComplete="street-address" />
      </Form.Item>
      <Form.Item name={["letterhead", "phone"]} label={text("replies:settings.phone")}>
        <Input maxLength={40} autoComplete="tel" />
      </Form.Item>
      <Form.Item
        name={["letterhead", "seal"]}
        label={text("replies:settings.seal")}
        extra={text("replies:settings.sealHint")}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item
        name="confirmDays"
        label={text("replies:settings.confirmDays")}
        rules={[
          { required: true, type: "integer", min: 1, max: 30, message: text("replies:rule.confirmDays") },
        ]}
      >
        <InputNumber min={1} max={30} precision={0} suffix={text("replies:settings.days")} />
      </Form.Item>
      <SignerFields lawyer />
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {text("settings:save")}
      </Button>
    </Form>
  );
}
