import { Button, Form, Input } from "antd";
import { useCommand } from "../api/useCommand";
import { useText } from "../i18n/useText";

/** Asks why an attachment is to go; the reason stays where it was. */
export function RemoveAttachment({ id, onDone }: { id: string; onDone: () => void }) {
  const text = useText();
  const [form] = Form.useForm<{ reason: string }>();
  const remove = useCommand("POST /attachments/{attachmentId}/remove", {
    form,
    changes: ["GET /attachments/{attachmentId}"],
    onSuccess: onDone,
  });
  return (
    <Form
      form={form}
      layout="vertical"
      onFinish={({ reason }) => remove.mutate({ attachmentId: id, reason })}
    >
      <Form.Item
        name="reason"
        label={text("common:attachment.reason")}
        extra={text("common:attachment.reasonHint")}
        rules={[{ required: true, whitespace: true, min: 2, message: text("common:attachment.reasonRule") }]}
      >
        <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 5 }} maxLength={300} />
      </Form.Item>
      <Button type="primary" danger htmlType="submit" size="large" block loading={remove.isPending}>
        {text("common:attachment.removeDo")}
      </Button>
    </Form>
  );
}
