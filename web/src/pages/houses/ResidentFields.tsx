import { Form, Input } from "antd";
import type { Locale } from "../../api/contract";
import { internationalPhone } from "../../find/phone";
import { useText } from "../../i18n/useText";
import { Chips } from "../../ui/Chips";

/** What is typed about a person. */
export interface ResidentValues {
  name: string;
  phone?: string;
  email?: string;
  locale: Locale;
  keyCare?: string;
}

/** Name, ways to reach, language, key-care note: only what service needs. */
export function ResidentFields() {
  const text = useText();
  return (
    <>
      <Form.Item
        name="name"
        label={text("houses:field.name")}
        rules={[{ required: true, whitespace: true, message: text("houses:rule.name") }]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="phone"
        label={text("houses:field.phone")}
        validateTrigger="onBlur"
        rules={[
          {
            validator: (_, typed?: string) =>
              !typed?.trim() || internationalPhone(typed)
                ? Promise.resolve()
                : Promise.reject(new Error(text("houses:rule.phone"))),
          },
        ]}
      >
        <Input type="tel" inputMode="tel" maxLength={30} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="email"
        label={text("houses:field.email")}
        validateTrigger="onBlur"
        rules={[{ type: "email", message: text("houses:rule.email") }]}
      >
        <Input type="email" inputMode="email" maxLength={120} autoComplete="off" />
      </Form.Item>
      <Form.Item name="locale" label={text("houses:field.locale")}>
        <Chips<Locale>
          label={text("houses:field.locale")}
          options={(["zh-CN", "en"] as const).map((value) => ({
            value,
            label: text(`common:language.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="keyCare" label={text("houses:field.keyCare")} extra={text("houses:field.keyCareHint")}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 4 }} maxLength={200} />
      </Form.Item>
    </>
  );
}
