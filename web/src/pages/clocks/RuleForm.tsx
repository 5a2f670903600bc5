import type { Rule } from "@frontdesk/core/clocks/rule";
import { Button, Form, InputNumber, Select } from "antd";
import { useText } from "../../i18n/useText";
import { Chips } from "../../ui/Chips";
import { kinds, urgenciesOf } from "../tickets/kinds";
import { useCategories } from "../tickets/useCategories";
import styles from "./Clocks.module.css";
import type { Row } from "./useOwn";
import { lengthOf, targetOf } from "./words";

const clocks = [
  "response",
  "verified",
  "onSite",
  "answered",
  "quality",
  "completion",
  "progress",
  "escalation",
  "letterConfirmation",
] as const satisfies readonly Rule["clock"][];
const units = ["minutes", "hours", "days"] as const;

interface RuleFormProps {
  /** The rule that is set anew; a new one without it. */
  row: Row | undefined;
  saving: boolean;
  onSave: (rule: Rule) => void;
  /** Sets it back to what held before. */
  onDrop: (() => void) | undefined;
}

/** For which tickets a clock runs how long. */
export function RuleForm({ row, saving, onSave, onDrop }: RuleFormProps) {
  const text = useText();
  const { choices, nameOf } = useCategories();
  const [form] = Form.useForm<Rule>();
  const chosen = Form.useWatch("kind", form);
  const kind = row ? row.kind : chosen;
  const unit = Form.useWatch("unit", form) ?? row?.unit;
  const all = text("clocks:any");
  return (
    <Form<Rule>
      form={form}
      layout="vertical"
      initialValues={
        row ?? { clock: "completion", kind: "repair", amount: 24, unit: "hours", counting: "always" }
      }
      onFinish={(given) => {
        const { clock, kind: ofKind, category, urgency } = row ?? given;
        const { amount, counting } = given;
        onSave({ clock, kind: ofKind, category, urgency, amount, unit: given.unit, counting });
      }}
    >
      {row ? (
        <p className={styles.gap}>
          <strong>{text(`clocks:name.${row.clock}`)}</strong> · {targetOf(row, text, nameOf)}
        </p>
      ) : (
        <>
          <Form.Item name="clock" label={text("clocks:field.clock")}>
            <Select options={clocks.map((value) => ({ value, label: text(`clocks:name.${value}`) }))} />
          </Form.Item>
          <Form.Item name="kind" label={text("tickets:field.kind")}>
            <Select
              allowClear
              placeholder={all}
              options={kinds.map((value) => ({ value, label: text(`tickets:kind.${value}`) }))}
              onChange={() => form.resetFields(["category", "urgency"])}
            />
          </Form.Item>
          <Form.Item name="category" label={text("tickets:field.category")}>
            <Select allowClear placeholder={all} disabled={!kind} options={kind ? choices(kind) : []} />
          </Form.Item>
          <Form.Item name="urgency" label={text("tickets:field.urgency")}>
            <Select
              allowClear
              placeholder={all}
              options={urgenciesOf(kind ?? "repair").map((value) => ({
                value,
                label: text(`tickets:urgency.${value}`),
              }))}
            />
          </Form.Item>
        </>
      )}
      <Form.Item label={text("clocks:field.length")} required>
        <div className={styles.length}>
          <Form.Item
            name="amount"
            noStyle
            rules={[
              { required: true, type: "integer", min: 1, max: 999, message: text("clocks:rule.amount") },
            ]}
          >
            <InputNumber min={1} max={999} precision={0} aria-label={text("clocks:field.length")} />
          </Form.Item>
          <Form.Item name="unit" noStyle>
            <Chips
              label={text("clocks:field.unit")}
              options={units.map((value) => ({ value, label: text(`clocks:unit.${value}`) }))}
            />
          </Form.Item>
        </div>
      </Form.Item>
      <Form.Item
        name="counting"
        label={text("clocks:field.counting")}
        extra={unit === "days" ? text("clocks:workingDayHint") : undefined}
      >
        <Chips
          label={text("clocks:field.counting")}
          options={(kind === "emergency" ? (["always"] as const) : (["always", "business"] as const)).map(
            (value) => ({ value, label: text(`clocks:counting.${value}`) }),
          )}
        />
      </Form.Item>
      {row && row.of !== "usual" && row.instead ? (
        <p className={`${styles.soft} ${styles.gap}`}>
          {text("clocks:instead", { length: lengthOf(row.instead, text) })}
        </p>
      ) : null}
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" size="large" loading={saving}>
          {text("clocks:save")}
        </Button>
        {onDrop ? (
          <Button size="large" disabled={saving} onClick={onDrop}>
            {text(row?.instead ? "clocks:restore" : "clocks:remove")}
          </Button>
        ) : null}
      </div>
    </Form>
  );
}
