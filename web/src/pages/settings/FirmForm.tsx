import { App, Button, Form, Input } from "antd";
import type { Locale } from "../../api/contract";
import { useCommand } from "../../api/useCommand";
import { locales } from "../../i18n/locale";
import { useText } from "../../i18n/useText";
import { Chips } from "../../ui/Chips";
import type { Firm } from "./FirmPanel";
import styles from "./Settings.module.css";

type Fields = Pick<Firm, "name" | "signature" | "locale">;

/** The firm's settings, with how a text message begins under the signature that is being typed. */
export function FirmForm({ firm }: { firm: Firm }) {
  const text = useText();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const change = useCommand("PATCH /tenant", {
    form,
    changes: ["GET /tenant", "GET /session"],
    onSuccess: () => message.success(text("settings:saved")),
  });
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
        name="name"
        label={text("settings:firm.name")}
        rules={[{ required: true, whitespace: true, min: 2, message: text("settings:rule.firmName") }]}
      >
        <Input maxLength={60} autoComplete="organization" />
      </Form.Item>
      <Form.Item
        name="signature"
        label={text("settings:firm.signature")}
        extra={text("settings:firm.signatureHint")}
        rules={[{ pattern: /^[^\u3010\u3011[\]\n\r]*$/, message: text("settings:rule.signature") }]}
      >
        <Input maxLength={20} showCount placeholder={firm.name} />
      </Form.Item>
      <SmsPreview />
      <Form.Item name="locale" label={text("settings:firm.locale")} extra={text("settings:firm.localeHint")}>
        <Chips<Locale>
          label={text("settings:firm.locale")}
          options={locales.map((value) => ({ value, label: text(`common:language.${value}`) }))}
        />
      </Form.Item>
      <p className={`${styles.soft} ${styles.gap}`}>{text("settings:firm.zoneHint", { zone: firm.zone })}</p>
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {text("settings:save")}
      </Button>
    </Form>
  );
}

// What stays as it is would stand in the audit trail as if somebody had set it.
function changesOf({ name, signature, locale }: Fields, firm: Firm): Partial<Fields> {
  const fields: Fields = { name: name.trim(), signature: (signature ?? "").trim(), locale };
  const names = ["name", "signature", "locale"] as const satisfies (keyof Fields)[];
  return Object.fromEntries(
    names.filter((one) => fields[one] !== firm[one]).map((one) => [one, fields[one]]),
  );
}

function SmsPreview() {
  const text = useText();
  const name = Form.useWatch<string | undefined>("name");
  const signature = Form.useWatch<string | undefined>("signature");
  const shown = signature?.trim() || name?.trim() || "";
  return (
    <figure className={styles.sms}>
      <figcaption className={styles.label}>{text("settings:firm.preview")}</figcaption>
      <p className={styles.bubble} aria-live="polite">
        <b>{`\u3010${shown}\u3011`}</b>
        {text("settings:firm.sample")}
      </p>
    </figure>
  );
}
