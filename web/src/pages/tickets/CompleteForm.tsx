import { Button, Checkbox, Form, Input } from "antd";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { PhotoInput } from "../../ui/PhotoInput";
import type { DeedFormProps } from "./DeedForm";
import { changedByDeeds } from "./ticketLists";
import { usePhotoSender } from "./usePhotoSender";

/** Reports the work done: what was done, with photos. */
export function CompleteForm({ ticket, order, blocked, onDone, onFailure }: DeedFormProps) {
  const text = useText();
  const [form] = Form.useForm<{ note: string; photos: string[]; paid: boolean }>();
  const { send, sending } = usePhotoSender(ticket.projectId);
  const complete = useCommand("POST /tickets/{ticketId}/complete", {
    form,
    changes: changedByDeeds,
    onSuccess: onDone,
    onFailure,
  });
  const { ticketId, rev } = ticket;
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ photos: [], paid: false }}
      onFinish={(fields) => complete.mutate({ ticketId, rev, order: order?.order, ...fields })}
    >
      <Form.Item
        name="note"
        label={text("tickets:note.complete")}
        extra={text("tickets:note.completeHint")}
        rules={[{ required: true, whitespace: true, message: text("tickets:rule.note") }]}
      >
        <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 8 }} maxLength={1000} />
      </Form.Item>
      <Form.Item name="photos" label={text("tickets:field.photos")}>
        <PhotoInput send={send} media />
      </Form.Item>
      <Form.Item name="paid" valuePropName="checked" extra={text("tickets:note.paidHint")}>
        <Checkbox>{text("tickets:field.paid")}</Checkbox>
      </Form.Item>
      <Button
        type="primary"
        htmlType="submit"
        size="large"
        block
        disabled={blocked || sending}
        loading={complete.isPending}
      >
        {text(sending ? "tickets:new.waitForPhotos" : "tickets:do.complete")}
      </Button>
    </Form>
  );
}
