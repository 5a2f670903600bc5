import { AutoComplete, Button, Form, Input } from "antd";
import { ApiError } from "../../api/error";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { MonthInput } from "../../ui/DayInput";
import { useToday } from "./today";
import { useYuanRule } from "./useYuanRule";
import { YuanInput } from "./YuanInput";
import { parseYuan } from "./yuan";

interface Fields {
  item: string;
  fenPerM2: string;
  from: string;
  approval: string;
}

interface NewStandardProps {
  projectId: string;
  /** Items charged already, to choose from. */
  items: readonly string[];
  onDone: () => void;
}

/** A price per square metre and month, from a month on. */
export function NewStandard({ projectId, items, onDone }: NewStandardProps) {
  const text = useText();
  const today = useToday();
  const [form] = Form.useForm<Fields>();
  const priceRule = useYuanRule(1_000_000, 0);
  const create = useCommand("POST /projects/{projectId}/charge-standards", {
    form,
    changes: ["GET /projects/{projectId}/charge-standards"],
    onSuccess: onDone,
    onFailure: (error) => {
      if (!(error instanceof ApiError) || error.kind !== "conflict") return false;
      form.setFields([{ name: "from", errors: [text("fees:standards.fromRefused")] }]);
      return true;
    },
  });
  const usual = text("fees:standards.usualItem");
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      initialValues={{ item: items[0] ?? usual, from: today.slice(0, 7) }}
      onFinish={({ fenPerM2, ...fields }) =>
        create.mutate({ ...fields, projectId, fenPerM2: parseYuan(fenPerM2) ?? 0 })
      }
    >
      <Form.Item
        name="item"
        label={text("fees:field.item")}
        rules={[{ required: true, whitespace: true, message: text("fees:rule.item") }]}
      >
        <AutoComplete maxLength={60} options={[...new Set([...items, usual])].map((value) => ({ value }))} />
      </Form.Item>
      <Form.Item
        name="fenPerM2"
        label={text("fees:field.price")}
        extra={text("fees:standards.priceHint")}
        rules={[priceRule]}
        validateTrigger="onBlur"
      >
        <YuanInput suffix={text("fees:unit.perM2")} />
      </Form.Item>
      <Form.Item
        name="from"
        label={text("fees:field.from")}
        extra={text("fees:standards.fromHint")}
        rules={[{ required: true }]}
      >
        <MonthInput />
      </Form.Item>
      <Form.Item
        name="approval"
        label={text("fees:field.approval")}
        extra={text("fees:standards.approvalHint")}
        rules={[{ required: true, whitespace: true, min: 2, message: text("fees:rule.approval") }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={300} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block size="large" loading={create.isPending}>
        {text("fees:standards.add")}
      </Button>
    </Form>
  );
}
