import { Button, Form, Input } from "antd";
import { useCommand } from "../../api/useCommand";
import { PhoneLink } from "../../find/PhoneLink";
import { useText } from "../../i18n/useText";
import { Chips } from "../../ui/Chips";
import type { ReplyFormProps } from "./ReplyBar";
import { changedByReply } from "./reply";

type Fields = { arrived?: "yes" | "no"; note?: string };

/** The call that asks whether the letter arrived. */
export function ConfirmForm({ reply, onDone }: ReplyFormProps) {
  const text = useText();
  const [form] = Form.useForm<Fields>();
  const arrived = Form.useWatch("arrived", form);
  const confirm = useCommand("POST /replies/{replyId}/confirm", {
    form,
    changes: changedByReply,
    onSuccess: onDone,
  });
  const { replyId, rev, to } = reply;
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      onFinish={({ note, ...fields }) =>
        confirm.mutate({ replyId, rev, arrived: fields.arrived === "yes", note: note?.trim() || undefined })
      }
    >
      <p>
        {to.name} {to.phone ? <PhoneLink phone={to.phone} /> : null}
      </p>
      <Form.Item
        name="arrived"
        label={text("replies:field.arrived")}
        rules={[{ required: true, message: text("callbacks:rule.outcome") }]}
      >
        <Chips
          label={text("replies:field.arrived")}
          options={(["yes", "no"] as const).map((value) => ({
            value,
            label: text(`replies:arrived.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="note"
        label={text(arrived === "no" ? "replies:note" : "replies:noteOptional")}
        rules={[{ required: arrived === "no", whitespace: true, message: text("tickets:rule.note") }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Form.Item>
      <Button
        type="primary"
        htmlType="submit"
        size="large"
        block
        disabled={!arrived}
        loading={confirm.isPending}
      >
        {text("replies:save")}
      </Button>
    </Form>
  );
}
