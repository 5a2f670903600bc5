import { Button, Form, Input } from "antd";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import type { DeedFormProps } from "./DeedForm";
import { changedByDeeds } from "./ticketLists";

const routes = {
  withdraw: "POST /tickets/{ticketId}/withdraw",
  refuse: "POST /tickets/{ticketId}/refuse",
  reopen: "POST /tickets/{ticketId}/reopen",
} as const;

/** The steps that ask for words alone: what was said, or why. */
export function NoteForm({
  deed,
  ticket,
  order,
  blocked,
  onDone,
  onFailure,
}: DeedFormProps & { deed: keyof typeof routes }) {
  const [form] = Form.useForm<{ note: string }>();
  const run = useCommand(routes[deed], { form, changes: changedByDeeds, onSuccess: onDone, onFailure });
  const { ticketId, rev } = ticket;
  return (
    <Form
      form={form}
      layout="vertical"
      onFinish={({ note }) => run.mutate({ ticketId, rev, note, ...(order && { order: order.order }) })}
    >
      <NoteFields deed={deed} blocked={blocked} pending={run.isPending} />
    </Form>
  );
}

interface NoteFieldsProps {
  deed: keyof typeof routes | "contact" | "pause" | "void";
  blocked: boolean;
  pending: boolean;
  /** What its button says, where that is not the step's name. */
  label?: string;
}

/** The words of such a step, and its button. */
export function NoteFields({ deed, blocked, pending, label }: NoteFieldsProps) {
  const text = useText();
  return (
    <>
      <Form.Item
        name="note"
        label={text(`tickets:note.${deed}`)}
        rules={[{ required: true, whitespace: true, message: text("tickets:rule.note") }]}
      >
        <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 8 }} maxLength={1000} />
      </Form.Item>
      <Button
        type="primary"
        danger={deed === "void"}
        htmlType="submit"
        size="large"
        block
        disabled={blocked}
        loading={pending}
      >
        {label ?? text(`tickets:do.${deed}`)}
      </Button>
    </>
  );
}
