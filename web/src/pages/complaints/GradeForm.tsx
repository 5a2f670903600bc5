import { Button, Form } from "antd";
import type { InputOf } from "../../api/contract";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { Chips } from "../../ui/Chips";
import { CauseSelect } from "./CauseSelect";
import type { ComplaintFormProps } from "./ComplaintBar";
import { changedByComplaint } from "./complaint";

type Fields = Pick<InputOf<"POST /tickets/{ticketId}/complaint/grade">, "severity" | "cause">;

/** Corrects how severe a complaint is, and its cause. */
export function GradeForm({ complaint, onDone }: ComplaintFormProps) {
  const text = useText();
  const [form] = Form.useForm<Fields>();
  const grade = useCommand("POST /tickets/{ticketId}/complaint/grade", {
    form,
    changes: changedByComplaint,
    onSuccess: onDone,
  });
  const { ticketId, rev, severity, cause } = complaint;
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      initialValues={{ severity, cause }}
      onFinish={(fields) => grade.mutate({ ticketId, rev, ...fields })}
    >
      <Form.Item name="severity" label={text("complaints:field.severity")}>
        <Chips
          label={text("complaints:field.severity")}
          options={(["ordinary", "major", "group"] as const).map((value) => ({
            value,
            label: text(`complaints:severity.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="cause" label={text("complaints:field.cause")} extra={text("complaints:causeHint")}>
        <CauseSelect />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={grade.isPending}>
        {text("complaints:do.grade")}
      </Button>
    </Form>
  );
}
