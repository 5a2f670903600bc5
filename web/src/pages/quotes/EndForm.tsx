import { Button, Form, Input } from "antd";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { changedByQuotes, type Quote } from "./quote";

const routes = {
  decline: "POST /tickets/{ticketId}/quotes/{quote}/decline",
  withdraw: "POST /tickets/{ticketId}/quotes/{quote}/withdraw",
} as const;

interface EndFormProps {
  deed: keyof typeof routes;
  quote: Quote;
  onDone: () => void;
}

/** A quote comes to nothing, and why. */
export function EndForm({ deed, quote: { ticketId, quote }, onDone }: EndFormProps) {
  const text = useText();
  const [form] = Form.useForm<{ reason?: string }>();
  const end = useCommand(routes[deed], { form, changes: changedByQuotes, onSuccess: onDone });
  return (
    <Form
      form={form}
      layout="vertical"
      onFinish={({ reason }) => end.mutate({ ticketId, quote, reason: reason?.trim() || undefined })}
    >
      <Form.Item name="reason" label={text(`quotes:why.${deed}`)}>
        <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} maxLength={300} />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={end.isPending}>
        {text(`quotes:${deed}`)}
      </Button>
    </Form>
  );
}
