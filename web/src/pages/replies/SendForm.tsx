import { Button, Form, Input } from "antd";
import type { InputOf } from "../../api/contract";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { Chips } from "../../ui/Chips";
import type { ReplyFormProps } from "./ReplyBar";
import { changedByReply } from "./reply";

type Fields = Pick<InputOf<"POST /replies/{replyId}/send">, "way" | "trackingNumber">;

/** How the letter is sent: registered mail with its tracking number, or a mail with a link. */
export function SendForm({ reply, onDone }: ReplyFormProps) {
  const text = useText();
  const [form] = Form.useForm<Fields>();
  const way = Form.useWatch("way", form) ?? "registered";
  const send = useCommand("POST /replies/{replyId}/send", {
    form,
    changes: changedByReply,
    onSuccess: onDone,
  });
  const { replyId, rev, to } = reply;
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      initialValues={{ way: "registered" }}
      onFinish={(fields) => send.mutate({ replyId, rev, ...fields })}
    >
      <Form.Item name="way" label={text("replies:field.way")}>
        <Chips
          label={text("replies:field.way")}
          options={(["registered", "mail"] as const).map((value) => ({
            value,
            label: text(`replies:way.${value}`),
          }))}
        />
      </Form.Item>
      {way === "registered" ? (
        <>
          <p>{to.address}</p>
          <Form.Item
            name="trackingNumber"
            label={text("replies:field.tracking")}
            rules={[{ required: true, whitespace: true, message: text("replies:rule.tracking") }]}
          >
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
        </>
      ) : (
        <p>{text("replies:mailHint", { email: to.email ?? text("replies:noEmail") })}</p>
      )}
      <Button
        type="primary"
        htmlType="submit"
        size="large"
        block
        disabled={way === "mail" && !to.email}
        loading={send.isPending}
      >
        {text("replies:do.send")}
      </Button>
    </Form>
  );
}
