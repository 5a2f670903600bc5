import { Checkbox, Form, Input } from "antd";
import { useText } from "../../i18n/useText";
import { weekdays } from "../clocks/schedule";
import styles from "./Routing.module.css";

/** On which days, from when to when; what ends no later than it begins ends the next day. Within a form. */
export function HoursFields() {
  const text = useText();
  const time = [{ required: true, message: text("routing:rule.time") }];
  return (
    <>
      <Form.Item
        name="days"
        label={text("routing:field.days")}
        rules={[{ required: true, type: "array", min: 1, message: text("routing:rule.days") }]}
      >
        <Checkbox.Group options={weekdays.map((value) => ({ value, label: text(`clocks:day.${value}`) }))} />
      </Form.Item>
      <div className={styles.hours}>
        <Form.Item name="from" label={text("routing:field.from")} rules={time}>
          <Input type="time" />
        </Form.Item>
        <Form.Item
          name="to"
          label={text("routing:field.until")}
          rules={time}
          extra={text("routing:overnightHint")}
        >
          <Input type="time" />
        </Form.Item>
      </div>
    </>
  );
}
