import { Button, Form, Input } from "antd";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { changedByPraise, type PraiseFormProps } from "./praise";

/** Takes a praise off the wall, with the reason. */
export function TakeDownForm({ ticket, onDone }: PraiseFormProps) {
  const text = useText();
  const [form] = Form.useForm<{ reason: string }>();
  const takeDown = useCommand("POST /tickets/{ticketId}/praise/take-down", {
    form,
    changes: changedByPraise,
    onSuccess: onDone,
  });
  return (
    <Form
      form={form}
      layout="vertical"
      onFinish={({ reason }) => takeDown.mutate({ ticketId: ticket.ticketId, reason })}
    >
      <Form.Item
        name="reason"
        label={text("praise:field.reason")}
        rules={[{ required: true, min: 2, whitespace: true, message: text("tickets:rule.note") }]}
      >
        <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} maxLength={300} />
      </Form.Item>
      <Button danger type="primary" htmlType="submit" size="large" block loading={takeDown.isPending}>
        {text("praise:do.takeDown")}
      </Button>
    </Form>
  );
}
