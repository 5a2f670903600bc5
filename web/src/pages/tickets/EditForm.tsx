import { Button, Form, Input } from "antd";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { Chips } from "../../ui/Chips";
import type { DeedFormProps } from "./DeedForm";
import { changedByDeeds } from "./ticketLists";
import { useCategories } from "./useCategories";

/** Corrects the words and, before it was ever reported done, the category. */
export function EditForm({ ticket, blocked, onDone, onFailure }: DeedFormProps) {
  const text = useText();
  const { choicesIn } = useCategories();
  const [form] = Form.useForm<{ words: string; category?: string }>();
  const edit = useCommand("PATCH /tickets/{ticketId}", {
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
      initialValues={{ words: ticket.words, category: ticket.category }}
      onFinish={(fields) => (form.isFieldsTouched() ? edit.mutate({ ticketId, rev, ...fields }) : onDone())}
    >
      <Form.Item
        name="words"
        label={text("tickets:field.words")}
        rules={[{ required: true, whitespace: true, message: text("tickets:rule.words") }]}
      >
        <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} />
      </Form.Item>
      {ticket.completions.length === 0 ? (
        <Form.Item name="category" label={text("tickets:field.category")}>
          <Chips
            label={text("tickets:field.category")}
            options={choicesIn(ticket.projectId, ticket.kind, ticket.category)}
          />
        </Form.Item>
      ) : null}
      <Button type="primary" htmlType="submit" size="large" block disabled={blocked} loading={edit.isPending}>
        {text("tickets:do.save")}
      </Button>
    </Form>
  );
}
