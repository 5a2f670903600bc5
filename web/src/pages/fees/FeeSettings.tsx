import { App, Button, Form, Input, InputNumber, Switch } from "antd";
import type { OutputOf } from "../../api/contract";
import { useCommand } from "../../api/useCommand";
import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useCan } from "../../session/SessionContext";
import { ErrorState } from "../../ui/ErrorState";
import { PageSkeleton } from "../../ui/PageSkeleton";
import { Panel } from "../../ui/Panel";

type Settings = Pick<
  OutputOf<"GET /projects/{projectId}/fee-settings">,
  "dueDays" | "reminders" | "reminderDays" | "payNote"
>;

/** How a project bills, reminds, and tells people to pay. */
export function FeeSettings({ projectId }: { projectId: string }) {
  const query = useQueryOf("GET /projects/{projectId}/fee-settings", { projectId });
  if (query.isPending) return <PageSkeleton />;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <SettingsForm projectId={projectId} settings={query.data} />;
}

function SettingsForm({ projectId, settings }: { projectId: string; settings: Settings }) {
  const text = useText();
  const { message } = App.useApp();
  const manages = useCan("fee.manage");
  const [form] = Form.useForm<Settings>();
  const reminders = Form.useWatch("reminders", form) ?? settings.reminders;
  const save = useCommand("PATCH /projects/{projectId}/fee-settings", {
    form,
    changes: ["GET /projects/{projectId}/fee-settings"],
    onSuccess: () => void message.success(text("fees:settings.saved")),
  });
  return (
    <Panel width="form" title={text("fees:tab.settings")} intro={text("fees:settings.intro")}>
      <Form<Settings>
        form={form}
        layout="vertical"
        disabled={!manages}
        initialValues={settings}
        onFinish={(given) => save.mutate({ ...given, projectId })}
      >
        <Form.Item
          name="dueDays"
          label={text("fees:settings.dueDays")}
          extra={text("fees:settings.dueDaysHint")}
          rules={[{ required: true, type: "integer" }]}
        >
          <InputNumber
            min={0}
            max={90}
            precision={0}
            suffix={text("fees:unit.days")}
            style={{ width: 160 }}
          />
        </Form.Item>
        <Form.Item
          name="reminders"
          label={text("fees:settings.reminders")}
          extra={text("fees:settings.remindersHint")}
          valuePropName="checked"
        >
          <Switch />
        </Form.Item>
        <Form.Item
          name="reminderDays"
          label={text("fees:settings.reminderDays")}
          hidden={!reminders}
          rules={[{ required: true, type: "integer" }]}
        >
          <InputNumber
            min={1}
            max={90}
            precision={0}
            suffix={text("fees:unit.days")}
            style={{ width: 160 }}
          />
        </Form.Item>
        <Form.Item
          name="payNote"
          label={text("fees:settings.payNote")}
          extra={text("fees:settings.payNoteHint")}
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={500} />
        </Form.Item>
        {manages ? (
          <Button type="primary" htmlType="submit" size="large" loading={save.isPending}>
            {text("fees:settings.save")}
          </Button>
        ) : null}
      </Form>
    </Panel>
  );
}
