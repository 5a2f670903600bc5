import { Form, Input } from "antd";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { useZone } from "../../session/zone";
import { instantOf } from "../../ui/wallTime";
import { aheadIn } from "./ahead";
import type { DeedFormProps } from "./DeedForm";
import { NoteFields } from "./NoteForm";
import { changedByDeeds } from "./ticketLists";

/** What was said with the resident; and, of what could not be answered, when somebody calls them back. */
export function ContactForm({ ticket, blocked, onDone, onFailure }: DeedFormProps) {
  const text = useText();
  const zone = useZone();
  const [form] = Form.useForm<{ callBackAt?: string; note: string }>();
  const run = useCommand("POST /tickets/{ticketId}/contact", {
    ...{ form, changes: changedByDeeds, onSuccess: onDone, onFailure },
  });
  const { ticketId, rev } = ticket;
  return (
    <Form
      form={form}
      layout="vertical"
      onFinish={({ callBackAt, note }) =>
        run.mutate({
          ...{ ticketId, rev, note },
          callBackAt: callBackAt ? instantOf(callBackAt, zone) : undefined,
        })
      }
    >
      <Form.Item
        name="callBackAt"
        label={text("tickets:note.callBackAt")}
        extra={text("tickets:note.callBackHint")}
        rules={[{ validator: aheadIn(zone, text, true) }]}
      >
        <Input type="datetime-local" />
      </Form.Item>
      <NoteFields deed="contact" blocked={blocked} pending={run.isPending} />
    </Form>
  );
}
