import { Button, Form } from "antd";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import type { ComplaintFormProps } from "./ComplaintBar";
import { changedByComplaint } from "./complaint";
import { MembersSelect } from "./MembersSelect";

/** Says which colleagues a complaint is about: they do not see it any more. */
export function ConfideForm({ complaint, onDone }: ComplaintFormProps) {
  const text = useText();
  const [form] = Form.useForm<{ about: string[] }>();
  const confide = useCommand("POST /tickets/{ticketId}/complaint/confide", {
    form,
    changes: changedByComplaint,
    onSuccess: onDone,
  });
  const { ticketId, rev, about = [] } = complaint;
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ about }}
      onFinish={(fields) => confide.mutate({ ticketId, rev, ...fields })}
    >
      <Form.Item name="about" label={text("complaints:field.about")} extra={text("complaints:aboutHint")}>
        <MembersSelect />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={confide.isPending}>
        {text("complaints:do.confide")}
      </Button>
    </Form>
  );
}
