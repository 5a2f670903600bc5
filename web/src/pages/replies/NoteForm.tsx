import { Button, Form, Input } from "antd";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import type { ReplyFormProps } from "./ReplyBar";
import { changedByReply } from "./reply";

const routes = {
  comment: "POST /replies/{replyId}/comment",
  agree: "POST /replies/{replyId}/agree",
  giveBack: "POST /replies/{replyId}/give-back",
  approve: "POST /replies/{replyId}/approve",
  withdraw: "POST /replies/{replyId}/withdraw",
  cameBack: "POST /replies/{replyId}/came-back",
  archive: "POST /replies/{replyId}/archive",
} as const;
export type NoteDeed = keyof typeof routes;

/** The steps that ask for words alone; whoever agrees or approves need not say any. */
export function NoteForm({ deed, reply, onDone }: ReplyFormProps & { deed: NoteDeed }) {
  const text = useText();
  const [form] = Form.useForm<{ note?: string }>();
  const run = useCommand(routes[deed], { form, changes: changedByReply, onSuccess: onDone });
  const { replyId, rev } = reply;
  const needed = deed !== "agree" && deed !== "approve";
  return (
    <Form
      form={form}
      layout="vertical"
      onFinish={({ note }) => run.mutate({ replyId, rev, note: note?.trim() || undefined } as never)}
    >
      {deed === "approve" ? <p>{text("replies:approveHint")}</p> : null}
      <Form.Item
        name="note"
        label={text(needed ? "replies:note" : "replies:noteOptional")}
        rules={[{ required: needed, whitespace: true, message: text("tickets:rule.note") }]}
      >
        <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 8 }} maxLength={1000} />
      </Form.Item>
      <Button
        type="primary"
        danger={deed === "withdraw"}
        htmlType="submit"
        size="large"
        block
        loading={run.isPending}
      >
        {text(`replies:do.${deed}`)}
      </Button>
    </Form>
  );
}
