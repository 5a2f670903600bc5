import { Button, Form, Input } from "antd";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { PhotoInput } from "../../ui/PhotoInput";
import { usePhotoSender } from "../tickets/usePhotoSender";
import type { ComplaintFormProps } from "./ComplaintBar";
import { changedByComplaint } from "./complaint";

const routes = {
  investigate: "POST /tickets/{ticketId}/complaint/investigate",
  propose: "POST /tickets/{ticketId}/complaint/propose",
  approve: "POST /tickets/{ticketId}/complaint/approve",
  giveBack: "POST /tickets/{ticketId}/complaint/give-back",
  carryOut: "POST /tickets/{ticketId}/complaint/carry-out",
  escalate: "POST /tickets/{ticketId}/complaint/escalate",
} as const;
type WordsDeed = keyof typeof routes;
const proven: ReadonlySet<WordsDeed> = new Set(["investigate", "carryOut"]);

/** The steps that ask for words, some of them with photos that prove it; whoever approves need not say any. */
export function WordsForm({ deed, complaint, ticket, onDone }: ComplaintFormProps & { deed: WordsDeed }) {
  const text = useText();
  const [form] = Form.useForm<{ note?: string; photos?: string[] }>();
  const { send, sending } = usePhotoSender(ticket.projectId);
  const run = useCommand(routes[deed], { form, changes: changedByComplaint, onSuccess: onDone });
  const { ticketId, rev } = complaint;
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={proven.has(deed) ? { photos: [] } : {}}
      onFinish={({ note, ...more }) =>
        run.mutate({ ticketId, rev, note: note?.trim() || undefined, ...more } as never)
      }
    >
      <Form.Item
        name="note"
        label={text(`complaints:note.${deed}`)}
        rules={[{ required: deed !== "approve", whitespace: true, message: text("tickets:rule.note") }]}
      >
        <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 8 }} maxLength={1000} />
      </Form.Item>
      {proven.has(deed) ? (
        <Form.Item name="photos" label={text("complaints:field.evidence")}>
          <PhotoInput send={send} media />
        </Form.Item>
      ) : null}
      <Button type="primary" htmlType="submit" size="large" block disabled={sending} loading={run.isPending}>
        {text(sending ? "tickets:new.waitForPhotos" : `complaints:do.${deed}`)}
      </Button>
    </Form>
  );
}
