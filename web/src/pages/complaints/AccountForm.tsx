import { Button, Form, Input } from "antd";
import type { InputOf } from "../../api/contract";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { Chips } from "../../ui/Chips";
import { CauseSelect } from "./CauseSelect";
import type { ComplaintFormProps } from "./ComplaintBar";
import { changedByComplaint } from "./complaint";

type Account = InputOf<"POST /tickets/{ticketId}/complaint/account">;
type Fields = Pick<Account, "department" | "cause" | "reason" | "measure"> & { preventable: "yes" | "no" };
const departments = [
  "front_desk",
  "engineering",
  "security",
  "cleaning",
  "greening",
] as const satisfies Account["department"][];

/** Says who answers for a complaint; with it the complaint is closed. */
export function AccountForm({ complaint, onDone }: ComplaintFormProps) {
  const text = useText();
  const [form] = Form.useForm<Fields>();
  const account = useCommand("POST /tickets/{ticketId}/complaint/account", {
    form,
    changes: changedByComplaint,
    onSuccess: onDone,
  });
  const { ticketId, rev, cause } = complaint;
  const needed = [{ required: true, message: text("complaints:rule.choose") }];
  const words = [{ required: true, whitespace: true, message: text("tickets:rule.note") }];
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      initialValues={{ cause }}
      onFinish={({ preventable, ...fields }) =>
        account.mutate({ ticketId, rev, ...fields, preventable: preventable === "yes" })
      }
    >
      <p>{text("complaints:accountHint")}</p>
      <Form.Item name="department" label={text("complaints:field.department")} rules={needed}>
        <Chips
          label={text("complaints:field.department")}
          options={departments.map((value) => ({ value, label: text(`tickets:trade.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="cause" label={text("complaints:field.cause")} rules={needed}>
        <CauseSelect />
      </Form.Item>
      <Form.Item name="reason" label={text("complaints:field.reason")} rules={words}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Form.Item>
      <Form.Item name="preventable" label={text("complaints:field.preventable")} rules={needed}>
        <Chips
          label={text("complaints:field.preventable")}
          options={(["yes", "no"] as const).map((value) => ({
            value,
            label: text(`complaints:preventable.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="measure" label={text("complaints:field.measure")} rules={words}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={account.isPending}>
        {text("complaints:do.account")}
      </Button>
    </Form>
  );
}
