import { Button, Form } from "antd";
import { useState } from "react";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { Chips } from "../../ui/Chips";
import type { DeedFormProps } from "./DeedForm";
import { changedByDeeds } from "./ticketLists";
import { useCategories } from "./useCategories";
import { WordsField } from "./WordsField";

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
      <WordsField form={form} seen={seen.words} now={ticket.words} autoFocus />
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
