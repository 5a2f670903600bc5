import { Button, Form, type FormInstance, Input } from "antd";
import { useText } from "../../i18n/useText";
import { useZone } from "../../session/zone";
import { useNow } from "../../ui/useNow";
import { instantOf, wallTimeOf } from "../../ui/wallTime";
import type { CallbackFields } from "./attempt";
import styles from "./Callbacks.module.css";

const reasons = ["noAnswer", "busy", "wrongNumber", "later"] as const;
const hour = 3_600_000;

/** Nobody was reached: why, and when to try again. */
export function NextCall({ form }: { form: FormInstance<CallbackFields> }) {
  const text = useText();
  const zone = useZone();
  const now = useNow(true);
  const wall = (ms: number) => wallTimeOf(new Date(ms).toISOString(), zone);
  const times = [
    { key: "hour", label: text("callbacks:next.hour"), at: wall(now + hour) },
    { key: "threeHours", label: text("callbacks:next.threeHours"), at: wall(now + 3 * hour) },
    {
      key: "tomorrow",
      label: text("callbacks:next.tomorrow"),
      at: `${wall(now + 24 * hour).slice(0, 10)}T10:00`,
    },
  ];
  const ahead = (_: unknown, value: string | undefined) => {
    const at = value ? instantOf(value, zone) : undefined;
    const past = at !== undefined && Date.parse(at) <= Date.now();
    return past ? Promise.reject(new Error(text("callbacks:rule.ahead"))) : Promise.resolve();
  };
  return (
    <>
      <Form.Item
        name="reason"
        label={text("callbacks:field.reason")}
        rules={[{ required: true, whitespace: true, message: text("callbacks:rule.reason") }]}
      >
        <Input maxLength={1000} />
      </Form.Item>
      <div className={styles.picks}>
        {reasons.map((reason) => (
          <Button
            key={reason}
            size="small"
            onClick={() => form.setFieldsValue({ reason: text(`callbacks:reason.${reason}`) })}
          >
            {text(`callbacks:reason.${reason}`)}
          </Button>
        ))}
      </div>
      <Form.Item name="nextAt" label={text("callbacks:field.nextAt")} rules={[{ validator: ahead }]}>
        <Input type="datetime-local" />
      </Form.Item>
      <div className={styles.picks}>
        {times.map(({ key, label, at }) => (
          <Button key={key} size="small" onClick={() => form.setFieldsValue({ nextAt: at })}>
            {label}
          </Button>
        ))}
      </div>
    </>
  );
}
