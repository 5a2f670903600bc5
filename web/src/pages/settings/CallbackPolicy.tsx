import { App, Button, Form, InputNumber } from "antd";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { useCan } from "../../session/SessionContext";
import { Panel } from "../../ui/Panel";
import type { Firm } from "./FirmPanel";
import styles from "./Settings.module.css";

type Fields = Pick<Firm, "callbackHours" | "callbackShares" | "secondCallbackShare">;
const sampled = ["repair", "suggestion", "inquiry", "emergency"] as const;

/** Whose work is called back, how soon, and of how many headquarters calls once more. */
export function CallbackPolicy({ firm }: { firm: Firm }) {
  const text = useText();
  const manages = useCan("tenant.manage");
  return (
    <Panel
      width="form"
      title={text("settings:callbacks.title")}
      intro={<span className={styles.soft}>{text("settings:callbacks.intro")}</span>}
    >
      {manages ? <PolicyForm firm={firm} /> : <PolicyFacts firm={firm} />}
    </Panel>
  );
}

function PolicyForm({ firm }: { firm: Firm }) {
  const text = useText();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const change = useCommand("PATCH /tenant", {
    form,
    changes: ["GET /tenant"],
    onSuccess: () => message.success(text("settings:saved")),
  });
  const whole = (min: number, max: number) => [
    {
      required: true,
      type: "integer" as const,
      min,
      max,
      message: text("settings:rule.whole", { min, max }),
    },
  ];
  const percent = <InputNumber min={1} max={100} precision={0} suffix="%" className={styles.number} />;
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      initialValues={firm}
      onFinish={(fields) => {
        const changes = changesOf(fields, firm);
        if (Object.keys(changes).length > 0) change.mutate(changes);
      }}
    >
      <Form.Item
        name="callbackHours"
        label={text("settings:firm.callbackHours")}
        extra={text("settings:firm.callbackHint")}
        rules={whole(1, 168)}
      >
        <InputNumber
          min={1}
          max={168}
          precision={0}
          suffix={text("settings:firm.hourUnit")}
          className={styles.number}
        />
      </Form.Item>
      <p className={styles.label}>{text("settings:callbacks.shares")}</p>
      <div className={styles.shares}>
        {sampled.map((kind) => (
          <Form.Item
            key={kind}
            name={["callbackShares", kind]}
            label={text(`tickets:kind.${kind}`)}
            rules={whole(10, 100)}
          >
            {percent}
          </Form.Item>
        ))}
      </div>
      <Form.Item
        name="secondCallbackShare"
        label={text("settings:callbacks.second")}
        extra={text("settings:callbacks.secondHint")}
        rules={whole(1, 100)}
      >
        {percent}
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {text("settings:save")}
      </Button>
    </Form>
  );
}

// What stays as it is would stand in the audit trail as if somebody had set it.
const changesOf = (
  { callbackHours, callbackShares, secondCallbackShare }: Fields,
  firm: Firm,
): Partial<Fields> => ({
  ...(callbackHours !== firm.callbackHours && { callbackHours }),
  ...(secondCallbackShare !== firm.secondCallbackShare && { secondCallbackShare }),
  ...(sampled.some((kind) => callbackShares[kind] !== firm.callbackShares[kind]) && { callbackShares }),
});

function PolicyFacts({ firm }: { firm: Firm }) {
  const text = useText();
  return (
    <dl className={styles.facts}>
      <dt>{text("settings:firm.callbackHours")}</dt>
      <dd>{text("settings:firm.hours", { count: firm.callbackHours })}</dd>
      {sampled.map((kind) => [
        <dt key={kind}>{text(`tickets:kind.${kind}`)}</dt>,
        <dd key={`${kind}%`}>{firm.callbackShares[kind]}%</dd>,
      ])}
      <dt>{text("settings:callbacks.second")}</dt>
      <dd>{firm.secondCallbackShare}%</dd>
    </dl>
  );
}
