import { Button, Form, Input, Select, Switch } from "antd";
import type { InputOf } from "../../api/contract";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { useActiveMembers } from "../tickets/workers";
import styles from "./Replies.module.css";
import type { ReplyFormProps } from "./ReplyBar";
import { changedByReply } from "./reply";
import { SignerFields } from "./SignerFields";

type Fields = Required<
  Pick<InputOf<"PATCH /replies/{replyId}">, "subject" | "body" | "touchesLaw" | "signers" | "copyTo">
> & { to: { name: string; address?: string; email?: string } };

/** The draft: its words, to whom it goes, and who signs it. */
export function ReviseForm({ reply, onDone }: ReplyFormProps) {
  const text = useText();
  const [form] = Form.useForm<Fields>();
  const law = Form.useWatch("touchesLaw", form) ?? reply.touchesLaw;
  const members = useActiveMembers(true);
  const revise = useCommand("PATCH /replies/{replyId}", { form, changes: changedByReply, onSuccess: onDone });
  const { replyId, rev } = reply;
  function submit({ to, ...fields }: Fields) {
    const address = to.address?.trim() || undefined;
    const email = to.email?.trim() || undefined;
    revise.mutate({ replyId, rev, ...fields, to: { ...reply.to, name: to.name, address, email } });
  }
  return (
    <Form<Fields> form={form} layout="vertical" initialValues={reply} onFinish={submit}>
      <Form.Item
        name="subject"
        label={text("replies:field.subject")}
        rules={[{ required: true, whitespace: true, message: text("replies:rule.subject") }]}
      >
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item
        name="body"
        label={text("replies:words")}
        extra={text("replies:blanks")}
        rules={[{ required: true, whitespace: true, message: text("replies:rule.body") }]}
      >
        <Input.TextArea autoSize={{ minRows: 8, maxRows: 18 }} maxLength={8000} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item
          name={["to", "name"]}
          label={text("replies:field.name")}
          rules={[{ required: true, whitespace: true, message: text("replies:rule.name") }]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item
          name={["to", "email"]}
          label={text("letters:field.email")}
          rules={[{ type: "email", message: text("letters:rule.email") }]}
        >
          <Input type="email" maxLength={120} />
        </Form.Item>
      </div>
      <Form.Item name={["to", "address"]} label={text("replies:field.address")}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="touchesLaw" label={text("replies:field.law")} valuePropName="checked">
        <Switch />
      </Form.Item>
      <SignerFields projectId={reply.projectId} without={reply.draftedBy} lawyer={law} />
      <Form.Item name="copyTo" label={text("replies:field.copyTo")}>
        <Select
          mode="multiple"
          maxCount={10}
          showSearch={{ optionFilterProp: "label" }}
          options={(members.data ?? []).map((one) => ({ value: one.memberId, label: one.name }))}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={revise.isPending}>
        {text("replies:save")}
      </Button>
    </Form>
  );
}
