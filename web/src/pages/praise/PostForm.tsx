import { Button, Form, Input } from "antd";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { changedByPraise, type PraiseFormProps } from "./praise";

const longest = 1_000;

/** Posts a praise in its own words, or fewer of them. */
export function PostForm({ ticket, onDone }: PraiseFormProps) {
  const text = useText();
  const [form] = Form.useForm<{ words: string }>();
  const post = useCommand("POST /tickets/{ticketId}/praise/post", {
    form,
    changes: changedByPraise,
    onSuccess: onDone,
  });
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ words: [...ticket.words].slice(0, longest).join("") }}
      onFinish={({ words }) => post.mutate({ ticketId: ticket.ticketId, words })}
    >
      <Form.Item
        name="words"
        label={text("praise:field.words")}
        extra={text("praise:postHint")}
        rules={[{ required: true, whitespace: true, message: text("tickets:rule.words") }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={longest} />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={post.isPending}>
        {text("praise:do.post")}
      </Button>
    </Form>
  );
}
