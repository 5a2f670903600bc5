import { Button, Form, Input } from "antd";
import type { InputOf } from "../../api/contract";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { Chips } from "../../ui/Chips";
import type { TicketDetail } from "../tickets/actions";
import type { ComplaintFormProps } from "./ComplaintBar";
import { type Complaint, changedByComplaint } from "./complaint";

type Fields = Pick<
  InputOf<"POST /tickets/{ticketId}/complaint/answer">,
  "found" | "done" | "improved" | "way"
>;
const most = 300;

/** Tells the resident what was found, done and will be better, in words that begin with what was noted so far. */
export function AnswerForm({ complaint, ticket, onDone }: ComplaintFormProps) {
  const text = useText();
  const [form] = Form.useForm<Fields>();
  const answer = useCommand("POST /tickets/{ticketId}/complaint/answer", {
    form,
    changes: changedByComplaint,
    onSuccess: onDone,
  });
  const { ticketId, rev } = complaint;
  const ways = waysTo(ticket);
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      initialValues={{
        found: noted(complaint, "investigate"),
        done: noted(complaint, "carryOut"),
        way: ways[0],
      }}
      onFinish={(fields) => answer.mutate({ ticketId, rev, ...fields })}
    >
      <p>{text("complaints:answerHint")}</p>
      {(["found", "done", "improved"] as const).map((part) => (
        <Form.Item
          key={part}
          name={part}
          label={text(`complaints:field.${part}`)}
          rules={[{ required: true, whitespace: true, message: text("tickets:rule.note") }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={most} />
        </Form.Item>
      ))}
      <Form.Item name="way" label={text("complaints:field.way")}>
        <Chips
          label={text("complaints:field.way")}
          options={ways.map((value) => ({ value, label: text(`complaints:answerWay.${value}`) }))}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={answer.isPending}>
        {text("complaints:do.answer")}
      </Button>
    </Form>
  );
}

/** How the resident can be told: what is sent by itself first. */
function waysTo({ reporter: { phone, email } }: TicketDetail): Fields["way"][] {
  return [...(phone ? ["sms" as const] : []), ...(email ? ["mail" as const] : []), "phone"];
}

/** What was noted last at a step of the present stage. */
function noted({ way, stage }: Complaint, action: "investigate" | "carryOut"): string | undefined {
  const step = way.findLast((one) => one.action === action && one.stage === stage);
  return step?.note?.slice(0, most);
}
