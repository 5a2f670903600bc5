import { Button, Form } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { useZone } from "../../session/zone";
import { DayInput } from "../../ui/DayInput";
import { formatTime } from "../../ui/time";
import styles from "./Houses.module.css";
import { peopleLists } from "./lists";
import type { Tie } from "./people";

/** Ends a tie to a house on a day; what was before stays on record. */
export function MoveOut({ tie, onDone }: { tie: Tie; onDone: () => void }) {
  const text = useText();
  const { i18n } = useTranslation();
  const today = formatTime(new Date().toISOString(), "date", i18n.language, useZone());
  const [form] = Form.useForm<{ to: string }>();
  const end = useCommand("POST /houses/{houseId}/residents/{residentId}/move-out", {
    form,
    changes: peopleLists,
    onSuccess: onDone,
  });
  const { houseId, residentId, as, name, houseCode } = tie;
  return (
    <Form<{ to: string }>
      form={form}
      layout="vertical"
      initialValues={{ to: today }}
      onFinish={({ to }) => end.mutate({ houseId, residentId, as, to })}
    >
      <p className={styles.intro}>{text("houses:people.moveOutWhat", { name, house: houseCode })}</p>
      <Form.Item
        name="to"
        label={text("houses:field.to")}
        rules={[{ required: true, message: text("houses:rule.date") }]}
      >
        <DayInput min={tie.from} label={text("houses:field.to")} />
      </Form.Item>
      <Button type="primary" htmlType="submit" danger block size="large" loading={end.isPending}>
        {text("houses:people.moveOut")}
      </Button>
    </Form>
  );
}
