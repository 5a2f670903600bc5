import { Alert, Button, Form, type FormInstance, Input } from "antd";
import { useState } from "react";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { Chips } from "../../ui/Chips";
import type { DeedFormProps } from "./DeedForm";
import styles from "./Ticket.module.css";
import { changedByDeeds } from "./ticketLists";
import { useCategories } from "./useCategories";

const longest = 2000;

interface Fields {
  words: string;
  category?: string;
}

/** Corrects the words and, before it was ever reported done, the category. */
export function EditForm({ ticket, blocked, onDone, onFailure }: DeedFormProps) {
  const text = useText();
  const { choicesIn } = useCategories();
  const [form] = Form.useForm<Fields>();
  const edit = useCommand("PATCH /tickets/{ticketId}", {
    form,
    changes: changedByDeeds,
    onSuccess: onDone,
    onFailure,
  });
  const { ticketId, rev } = ticket;
  // As it was when the form was opened: what is typed was made out of it.
  const [seen] = useState(ticket);
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ words: seen.words, category: seen.category }}
      onFinish={(fields) => {
        const changed = changedIn(fields, seen);
        return Object.keys(changed).length > 0 ? edit.mutate({ ticketId, rev, ...changed }) : onDone();
      }}
    >
      {ticket.words === seen.words ? null : (
        <Alert
          type="info"
          className={styles.notice}
          title={text("tickets:conflict.theirs")}
          description={<p className={styles.words}>{ticket.words}</p>}
          action={
            <Button size="small" onClick={() => form.setFieldValue("words", joined(form, ticket.words))}>
              {text("tickets:conflict.both")}
            </Button>
          }
        />
      )}
      <Form.Item
        name="words"
        label={text("tickets:field.words")}
        rules={[{ required: true, whitespace: true, message: text("tickets:rule.words") }]}
      >
        <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 10 }} maxLength={longest} />
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

/** What was really changed: what somebody else changed meanwhile stays as they left it. */
const changedIn = ({ words, category }: Fields, seen: Fields): Partial<Fields> => ({
  ...(words !== seen.words && { words }),
  ...(category !== undefined && category !== seen.category && { category }),
});

/** What somebody else wrote, and beneath it what is typed. */
const joined = (form: FormInstance<Fields>, theirs: string) =>
  `${theirs}\n${form.getFieldValue("words")}`.slice(0, longest);
