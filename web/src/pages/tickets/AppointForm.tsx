import { Button, Form, Input } from "antd";
import { useText } from "../../i18n/useText";
import { useStep } from "../../offline/useStep";
import { useZone } from "../../session/zone";
import { instantOf, wallTimeOf } from "../../ui/wallTime";
import { aheadIn } from "./ahead";
import type { DeedFormProps } from "./DeedForm";

/** When the resident expects somebody, as agreed with them. */
export function AppointForm({ ticket, order, blocked, onDone, onFailure }: DeedFormProps) {
  const text = useText();
  const zone = useZone();
  const [form] = Form.useForm<{ at: string; note?: string }>();
  const appoint = useStep(ticket, order?.order, { form, onSuccess: onDone, onFailure });
  const [first] = order ? [order] : ticket.orders.filter(({ may }) => may.includes("appoint"));
  const agreed = first?.appointmentAt;
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ at: agreed && wallTimeOf(agreed, zone) }}
      onFinish={({ at, note }) =>
        appoint.mutate({
          deed: "appoint",
          appointmentAt: instantOf(at, zone) ?? at,
          note: note?.trim() || undefined,
        })
      }
    >
      <Form.Item
        name="at"
        required
        label={text("tickets:note.appointmentAt")}
        rules={[{ validator: aheadIn(zone, text) }]}
      >
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="note" label={text("tickets:note.appoint")}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Form.Item>
      <Button
        type="primary"
        htmlType="submit"
        size="large"
        block
        disabled={blocked}
        loading={appoint.isPending}
      >
        {text("tickets:do.appoint")}
      </Button>
    </Form>
  );
}
